import { hash } from 'node:crypto'

/**
 * What is hashed of an event, and so can be proved of it. `verify-proof.mjs` does the same without any of our code.
 *
 * 1. body hash = sha256(salt ‖ body), the body as the UTF-8 of its JSON text exactly as stored;
 * 2. content hash = sha256 over these lines in UTF-8, each ended by a newline: "dateline-event/1", stream, type, schema
 *    version, event id, time of occurrence or nothing, cause or nothing, body hash in hex;
 * 3. leaf = sha256(0x00 ‖ position ‖ version ‖ time of recording ‖ content hash): the numbers big-endian in 8, 4 and 8 bytes,
 *    the time in milliseconds since 1970.
 *
 * The body can be deleted with its salt, and its hash then says nothing about it; the leaf stays provable.
 */
export type LeafContent = {
  readonly stream: string
  readonly type: string
  readonly schemaVersion: number
  readonly eventId: string
  /** 2026-11-20T10:00:00.000Z */
  readonly occurredAt: string | null
  readonly cause: string | null
  /** In hex. */
  readonly bodySha256: string
}

const FORMAT = 'dateline-event/1'

/** @param encoding of what is returned; `binary`: a character a byte. */
export function hashContent(content: LeafContent, encoding: 'hex' | 'binary' = 'hex'): string {
  const { stream, type, schemaVersion, eventId, occurredAt, cause, bodySha256 } = content
  const lines = `${FORMAT}\n${stream}\n${type}\n${schemaVersion}\n${eventId}\n${occurredAt ?? ''}\n${cause ?? ''}\n${bodySha256}\n`
  return hash('sha256', lines, encoding)
}

const LEAF_PREFIX = 0x00
const LEAF_BYTES = 1 + 8 + 4 + 8 + 32

export function hashLeaf(position: number, version: number, recordedMs: number, contentSha256: string): Buffer {
  const bytes = Buffer.allocUnsafe(LEAF_BYTES)
  bytes[0] = LEAF_PREFIX
  bytes.writeBigInt64BE(BigInt(position), 1)
  bytes.writeInt32BE(version, 9)
  bytes.writeBigInt64BE(BigInt(recordedMs), 13)
  bytes.write(contentSha256, 21, 'hex')
  return hash('sha256', bytes, 'buffer')
}
