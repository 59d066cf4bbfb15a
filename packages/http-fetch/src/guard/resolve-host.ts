import { Resolver } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { FetchFailure } from '../fetch-reasons.ts'
import { FetchFailedError } from '../request/fetch-failed-error.ts'
import { isPublicAddress } from './is-public-address.ts'

/** All addresses of a host name, IPv6 and IPv4. Throws the resolver's error where there are none. */
export type ResolveHost = (hostname: string) => Promise<readonly string[]>

const DNS_TIMEOUT_MS = 2_000
const DNS_TRIES = 2

/** A hostile zone can answer with thousands. */
const ADDRESSES_MAX = 32

/**
 * Resolver over the machine's name servers, off the thread pool: getaddrinfo would let four slow name servers stop all
 * decompression and file work of the process. It reads no hosts file, so a name there cannot lead inside.
 */
export function openResolver(): ResolveHost {
  const resolver = new Resolver({ timeout: DNS_TIMEOUT_MS, tries: DNS_TRIES })
  return async (hostname) => {
    const answers = await Promise.allSettled([resolver.resolve6(hostname), resolver.resolve4(hostname)])
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
    const failed = answers.find((answer) => answer.status === 'rejected')
    if (addresses.length === 0 && failed !== undefined) throw failed.reason
    return addresses
  }
}

/**
 * The addresses of a host, all of them public: one private address among public ones is a name server that tries its luck,
 * so the whole answer is refused.
 *
 * @throws {FetchFailedError} `address-not-public`, `dns-not-found` or `dns-failed`.
 */
export async function resolvePublic(resolve: ResolveHost, hostname: string): Promise<readonly string[]> {
  const addresses = isIP(hostname) === 0 ? await resolveOrFail(resolve, hostname) : [hostname]
  const refused = addresses.find((address) => !isPublicAddress(address))
  if (refused !== undefined)
    throw new FetchFailedError({ reason: 'address-not-public', detail: `${hostname} is ${refused}` })
  return addresses
}

export async function resolveOrFail(resolve: ResolveHost, hostname: string): Promise<readonly string[]> {
  const addresses = await resolve(hostname).catch((error: unknown) => {
    throw new FetchFailedError(dnsFailure(hostname, error), { cause: error })
  })
  if (addresses.length === 0) throw new FetchFailedError({ reason: 'dns-not-found', detail: hostname })
  return addresses.slice(0, ADDRESSES_MAX)
}

function dnsFailure(hostname: string, error: unknown): FetchFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  const isAbsent = code === 'ENOTFOUND' || code === 'ENODATA' || code === 'ENONAME' || code === 'EBADNAME'
  return { reason: isAbsent ? 'dns-not-found' : 'dns-failed', detail: `${hostname}: ${code}` }
}
