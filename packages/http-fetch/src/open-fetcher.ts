import { rootCertificates } from 'node:tls'
import type { Database } from '@dateline/database'
import { BadInputError } from '@dateline/domain'
import { Agent, type Dispatcher, ProxyAgent } from 'undici'
import { FETCH_LIMITS, type FetchLimits } from './fetch-limits.ts'
import { type AddressPolicy, PORTS_ALLOWED } from './guard/address-policy.ts'
import { type ConnectionInfo, guardedConnector } from './guard/guarded-connector.ts'
import { parseHostOverrides } from './guard/parse-host-overrides.ts'
import { openResolver, type ResolveHost } from './guard/resolve-host.ts'
import type { HostPacing } from './pacing/host-pacing.ts'
import { openHostPacing } from './pacing/postgres-host-pacing.ts'
import type { UsageRefusal } from './request/usage-policy.ts'
import { productToken } from './robots/parse-robots.ts'
import { newRobotsGate, type RobotsGate } from './robots/robots-gate.ts'
import { openRobotsStore, type RobotsStore } from './robots/robots-store.ts'

export type FetcherOptions = {
  /** Keeps turns and robots.txt files for all processes. */
  readonly database: Pick<Database, 'pool'>
  /** Begins with the product token that robots.txt files name, and says how to reach its operator. */
  readonly userAgent: string
  /** Between the end of a request and the next to the same host. Default 1,000. */
  readonly hostGapMs?: number
  /** The same for hosts of `hostOverrides`, which are played by machines of the operator's own. Default: hostGapMs. */
  readonly overrideGapMs?: number
  /** Requests a host may have running at the same time. Default 1. */
  readonly hostInFlightMax?: number
  readonly limits?: Partial<FetchLimits>
  /** Default PORTS_ALLOWED. */
  readonly portsAllowed?: readonly number[]
  /** `host:port` of servers that may be private, e.g. "localhost:8080". */
  readonly privateHostsAllowed?: readonly string[]
  /** `name=address:port` each, e.g. "herald.example=127.0.0.1:8081": for samples and tests only. */
  readonly hostOverrides?: readonly string[]
  /** All requests go through it, and its operator answers for the addresses it connects to. The environment names none. */
  readonly proxyUrl?: string
  /** PEM, beside those that Node trusts. */
  readonly certificateAuthorities?: readonly string[]
  /** Articles whose headers ask for one of these are not read: reason "usage-refused". Default: none, all is only recorded. */
  readonly usageHonoured?: readonly UsageRefusal[]
  /** Default: the machine's name servers. */
  readonly resolve?: ResolveHost
  /** Unix time in milliseconds. Default Date.now. */
  readonly now?: () => number
}

/** The only door to the network. Close it to end its connections. */
export type Fetcher = {
  readonly userAgent: string
  readonly productToken: string
  readonly hostGapMs: number
  readonly overrideGapMs: number
  readonly limits: FetchLimits
  readonly policy: AddressPolicy
  readonly usageHonoured: readonly UsageRefusal[]
  readonly pacing: HostPacing
  readonly robotsStore: RobotsStore
  readonly robotsGate: RobotsGate
  readonly dispatcher: Dispatcher
  /** True if an operator has set a proxy: every connection is one to it. */
  readonly isProxied: boolean
  /** The last connection of each origin, in order of opening. */
  readonly connections: ReadonlyMap<string, ConnectionInfo>
  readonly now: () => number
  /** Ends requests that still run. Twice is harmless. */
  close(): Promise<void>
}

/** Time a connection is kept for the next request where the server does not say: longer than the usual gap. */
const KEEP_ALIVE_MS = 10_000
const CONNECTIONS_KNOWN_MAX = 10_000

/** @throws {BadInputError} naming the option that is wrong. */
export function openFetcher(options: FetcherOptions): Fetcher {
  const token = productToken(options.userAgent)
  if (token === '' || /[\r\n]/.test(options.userAgent)) {
    throw new BadInputError(
      `The user agent "${options.userAgent}" must begin with a name of letters, e.g. "ExampleBot/1.0".`,
    )
  }
  const policy: AddressPolicy = {
    portsAllowed: options.portsAllowed === undefined ? PORTS_ALLOWED : new Set(options.portsAllowed),
    privateHostsAllowed: new Set(options.privateHostsAllowed?.map((host) => host.toLowerCase())),
    hostOverrides: parseHostOverrides(options.hostOverrides ?? []),
  }
  const limits = { ...FETCH_LIMITS, ...options.limits }
  const connections = new Map<string, ConnectionInfo>()
  const dispatcher = openDispatcher(options, limits, policy, connections)
  let closed: Promise<void> | undefined
  return {
    userAgent: options.userAgent,
    productToken: token,
    hostGapMs: options.hostGapMs ?? 1_000,
    overrideGapMs: options.overrideGapMs ?? options.hostGapMs ?? 1_000,
    limits,
    policy,
    usageHonoured: options.usageHonoured ?? [],
    pacing: openHostPacing(options.database, options.hostInFlightMax),
    robotsStore: openRobotsStore(options.database),
    robotsGate: newRobotsGate(),
    dispatcher,
    isProxied: options.proxyUrl !== undefined,
    connections,
    now: options.now ?? Date.now,
    close() {
      closed ??= dispatcher.destroy()
      return closed
    },
  }
}

function openDispatcher(
  options: FetcherOptions,
  limits: FetchLimits,
  policy: AddressPolicy,
  connections: Map<string, ConnectionInfo>,
): Dispatcher {
  const ca = options.certificateAuthorities && [...rootCertificates, ...options.certificateAuthorities]
  const common = {
    allowH2: true,
    connections: options.hostInFlightMax ?? 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: limits.headerBytesMax,
    headersTimeout: limits.idleTimeoutMs,
    bodyTimeout: limits.idleTimeoutMs,
  }
  if (options.proxyUrl !== undefined) {
    return new ProxyAgent({ ...common, uri: options.proxyUrl, ...(ca && { requestTls: { ca } }) })
  }
  const connect = guardedConnector(policy, options.resolve ?? openResolver(), {
    connectTimeoutMs: limits.connectTimeoutMs,
    certificateAuthorities: ca,
    onConnected(origin, connection) {
      connections.delete(origin)
      connections.set(origin, connection)
      const [oldest] = connections.keys()
      if (connections.size > CONNECTIONS_KNOWN_MAX && oldest !== undefined) connections.delete(oldest)
    },
  })
  return new Agent({ ...common, connect })
}
