import { errors } from 'undici'
import type { FetchFailure, FetchReason } from '../fetch-reasons.ts'
import { FetchFailedError } from './fetch-failed-error.ts'

/** By the codes of Node, OpenSSL and undici; what is not listed is looked up by its beginning below. */
const REASON_OF_CODE: Readonly<Record<string, FetchReason>> = {
  ECONNREFUSED: 'connect-refused',
  ECONNRESET: 'connection-closed',
  EPIPE: 'connection-closed',
  ETIMEDOUT: 'connect-timeout',
  EHOSTUNREACH: 'connect-failed',
  ENETUNREACH: 'connect-failed',
  EADDRNOTAVAIL: 'connect-failed',
  EACCES: 'connect-failed',
  EPERM: 'connect-failed',
  EPROTO: 'tls-failed',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted',
  CERT_UNTRUSTED: 'tls-untrusted',
  CERT_REVOKED: 'tls-untrusted',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  UND_ERR_HEADERS_TIMEOUT: 'headers-timeout',
  UND_ERR_BODY_TIMEOUT: 'idle-timeout',
  UND_ERR_HEADERS_OVERFLOW: 'headers-too-large',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'response-malformed',
  UND_ERR_SOCKET: 'connection-closed',
  UND_ERR_ABORTED: 'connection-closed',
  UND_ERR_INFO: 'connection-closed',
  UND_ERR_DESTROYED: 'connection-closed',
  UND_ERR_CLOSED: 'connection-closed',
  ERR_HTTP2_STREAM_ERROR: 'connection-closed',
  ERR_HTTP2_SESSION_ERROR: 'connection-closed',
  ERR_HTTP2_INVALID_SESSION: 'connection-closed',
  UND_ERR_PRX_TLS: 'proxy-failed',
  UND_ERR_PRX_CONN: 'proxy-failed',
}

/** How a network error reads as a reason. Never throws: what nobody has seen before is `connect-failed` with its code. */
export function failureOfError(error: unknown): FetchFailure {
  for (const cause of causesOf(error)) {
    if (cause instanceof FetchFailedError) return cause.failure
    if (isAnswerAtFault(cause)) return { reason: 'response-malformed', detail: cause.message.slice(0, 300) }
    if (!('code' in cause) || typeof cause.code !== 'string') continue
    const { code } = cause
    const detail = `${code}: ${cause.message}`.slice(0, 300)
    const known = REASON_OF_CODE[code]
    if (known !== undefined) return { reason: known, detail }
    if (code.startsWith('ERR_HTTP2_')) return { reason: 'response-malformed', detail }
    if (/^ERR_(SSL|TLS|OSSL)_/.test(code)) return { reason: 'tls-failed', detail }
  }
  const isTls = error instanceof Error && /certificate/i.test(error.message)
  return { reason: isTls ? 'tls-untrusted' : 'connect-failed', detail: String(error).slice(0, 300) }
}

/** Answers that break what the parser, or undici behind it, takes for granted: "000", an upgrade nobody asked for, 100 for ever. */
function isAnswerAtFault(error: Error): boolean {
  const code = 'code' in error ? String(error.code) : ''
  if (error.name === 'HTTPParserError') return !code.includes('OVERFLOW')
  return code === 'ERR_ASSERTION' || (code === 'UND_ERR_SOCKET' && /^bad (upgrade|response)$/.test(error.message))
}

/** True if a connection that was kept alive was closed by the server just as it was used again: nothing was answered. */
export function isStaleConnection(error: unknown): boolean {
  return error instanceof errors.SocketError && (error.socket?.bytesRead ?? 0) > 0
}

const CAUSES_MAX = 8

/** The error, what caused it, and all of several that came together (happy eyeballs), nearest first. */
function causesOf(error: unknown): Error[] {
  const found: Error[] = []
  const pending = [error]
  while (pending.length > 0 && found.length < CAUSES_MAX) {
    const next = pending.shift()
    if (!(next instanceof Error)) continue
    found.push(next)
    if (next instanceof AggregateError) pending.push(...next.errors)
    pending.push(next.cause)
  }
  return found
}
