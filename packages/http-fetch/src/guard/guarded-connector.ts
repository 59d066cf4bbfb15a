import type { LookupFunction, Socket } from 'node:net'
import { buildConnector } from 'undici'
import { FetchFailedError } from '../request/fetch-failed-error.ts'
import type { AddressPolicy } from './address-policy.ts'
import { checkUrl } from './check-url.ts'
import { isPublicAddress } from './is-public-address.ts'
import { type ResolveHost, resolveOrFail, resolvePublic } from './resolve-host.ts'

type Options = {
  readonly connectTimeoutMs: number
  /** PEM, beside the certificate authorities that Node trusts. */
  readonly certificateAuthorities?: readonly string[] | undefined
  /** Told of every connection: for the address in archived records. */
  readonly onConnected: (origin: string, connection: ConnectionInfo) => void
}

export type ConnectionInfo = { readonly address: string; readonly httpVersion: '1.1' | '2' }

/**
 * Opens connections for undici, and is the only place where a name becomes an address: the socket connects to the very
 * addresses that were checked, so a name server that answers differently the second time gains nothing.
 */
export function guardedConnector(
  policy: AddressPolicy,
  resolve: ResolveHost,
  options: Options,
): buildConnector.connector {
  const base = { allowH2: true, timeout: options.connectTimeoutMs, autoSelectFamily: true, ...trusting(options) }
  const connectPublic = buildConnector({ ...base, lookup: lookupBy((hostname) => resolvePublic(resolve, hostname)) })
  const connectAny = buildConnector({ ...base, lookup: lookupBy((hostname) => resolveOrFail(resolve, hostname)) })

  return (target, callback) => {
    const { protocol, hostname } = target
    const checked = checkUrl(policy, `${protocol}//${target.host ?? hostname}`)
    if ('reason' in checked) return callback(new FetchFailedError(checked), null)
    const override = policy.hostOverrides.get(checked.hostname)
    const isFree = override !== undefined || checked.isPrivateAllowed
    const connect = isFree ? connectAny : connectPublic
    const secure = protocol === 'https:' ? { servername: target.servername || checked.hostname } : {}
    const place = override ? { hostname: override.address, port: String(override.port) } : {}

    connect({ ...target, ...place, ...secure }, (error, socket) => {
      if (error !== null) return callback(error, null)
      const address = socket.remoteAddress ?? ''
      // Cannot happen while the lookup above is the only way to an address; if it ever can, nothing has been sent yet.
      if (!isFree && !isPublicAddress(address)) {
        socket.destroy()
        return callback(
          new FetchFailedError({ reason: 'address-not-public', detail: `${hostname} is ${address}` }),
          null,
        )
      }
      options.onConnected(checked.url.origin, { address, httpVersion: httpVersionOf(socket) })
      callback(null, socket)
    })
  }
}

/** Node asks for all addresses when it may try several families at once (happy eyeballs), else for one. */
function lookupBy(resolve: (hostname: string) => Promise<readonly string[]>): LookupFunction {
  return (hostname, { all }, callback) => {
    const answer = resolve(hostname).then((addresses) =>
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
    answer.then(
      (addresses) => (all ? callback(null, addresses) : callback(null, addresses[0]!.address, addresses[0]!.family)),
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }
}

function trusting({ certificateAuthorities }: Options): { ca?: string[] } {
  return certificateAuthorities === undefined ? {} : { ca: [...certificateAuthorities] }
}

function httpVersionOf(socket: Socket): '1.1' | '2' {
  return 'alpnProtocol' in socket && socket.alpnProtocol === 'h2' ? '2' : '1.1'
}
