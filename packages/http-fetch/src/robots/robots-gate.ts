import type { FetchReason } from '../fetch-reasons.ts'
import type { FetchResult } from '../fetch-result.ts'
import type { CheckedUrl } from '../guard/check-url.ts'
import { headerOf } from '../request/headers.ts'
import { crawlDelaySeconds, isAllowed } from './is-allowed.ts'
import { parseRobots, ROBOTS_BYTES_MAX, type Robots } from './parse-robots.ts'
import type { RobotsRecord, RobotsStore } from './robots-store.ts'

const MINUTE_MS = 60 * 1000
const HOUR_MS = 60 * MINUTE_MS

/** RFC 9309: not used for longer than a day, whatever the server's Cache-Control says. */
const VALID_MS_MAX = 24 * HOUR_MS
const VALID_MS_MIN = 30 * MINUTE_MS
const VALID_MS_DEFAULT = 12 * HOUR_MS

/** How soon a robots.txt that could not be had is asked for again; until then the answer is no. */
const UNREACHABLE_MS = 10 * MINUTE_MS

/** Of the files kept in memory; each process reads others from the database. */
const CACHE_BYTES_MAX = 32 * 1024 * 1024
const CACHE_ENTRY_BYTES = 1024

/** Beyond this a crawl-delay is a slip of the pen or a way to say no: the delay is kept at it. */
const CRAWL_DELAY_MS_MAX = 6 * HOUR_MS

/** Failures of the host itself: a page on it would end the same way, and its reason says more than "robots-unreachable". */
const REASONS_OF_HOST: ReadonlySet<string> = new Set<FetchReason>([
  'url-port',
  'host-not-public',
  'address-not-public',
  'dns-not-found',
  'dns-failed',
  'connect-refused',
  'connect-failed',
  'connect-timeout',
  'tls-expired',
  'tls-untrusted',
  'tls-wrong-host',
  'tls-failed',
  'proxy-failed',
])

export type RobotsGate = {
  /** By origin, in order of last use. */
  readonly cache: Map<string, { readonly known: Known; readonly bytes: number; readonly validUntilMs: number }>
  readonly inFlight: Map<string, Promise<Known | Postponed>>
  cacheBytes: number
}

type Known = Omit<RobotsRecord, 'body' | 'remainingMs'> & { readonly robots: Robots | null }
type Postponed = Extract<FetchResult, { kind: 'postponed' }>

export type RobotsAnswer =
  | { readonly kind: 'allowed'; readonly crawlDelayMs: number }
  | {
      readonly kind: 'refused'
      readonly reason: FetchReason
      readonly detail: string
      readonly retryAfterMs: number | null
    }
  | Postponed

type Dependencies = {
  readonly gate: RobotsGate
  readonly store: RobotsStore
  readonly productToken: string
  readonly now: () => number
  /** Fetches the file, guarded, paced and limited, with no robots check of its own. */
  readonly fetchRobots: (url: string) => Promise<FetchResult>
}

export function newRobotsGate(): RobotsGate {
  return { cache: new Map(), inFlight: new Map(), cacheBytes: 0 }
}

/** Whether the site's robots.txt lets us fetch a URL; fetches the file where neither this process nor the database has it. */
export async function askRobots(
  dependencies: Dependencies,
  { url }: CheckedUrl,
  signal: AbortSignal,
): Promise<RobotsAnswer> {
  const { gate, productToken, now } = dependencies
  const cached = gate.cache.get(url.origin)
  const isFresh = cached !== undefined && cached.validUntilMs > now()
  const known = isFresh ? cached.known : await abortable(learnOnce(dependencies, url.origin), signal)
  if ('kind' in known) return known
  if (known.verdict === 'disallow-all') {
    const reason = (known.reason ?? 'robots-unreachable') as FetchReason
    const validUntilMs = gate.cache.get(url.origin)?.validUntilMs ?? now() + UNREACHABLE_MS
    return { kind: 'refused', reason, detail: known.detail ?? '', retryAfterMs: Math.max(0, validUntilMs - now()) }
  }
  if (known.robots === null) return { kind: 'allowed', crawlDelayMs: 0 }
  // Patterns are compared with escapes in upper case, as RFC 9309 normalises both.
  const escaped = url.href.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
  if (!isAllowed(known.robots, escaped, productToken)) {
    return { kind: 'refused', reason: 'robots-disallowed', detail: `${url.origin}/robots.txt`, retryAfterMs: null }
  }
  const delaySeconds = crawlDelaySeconds(known.robots, productToken) ?? 0
  return { kind: 'allowed', crawlDelayMs: Math.min(delaySeconds * 1000, CRAWL_DELAY_MS_MAX) }
}

/**
 * What a status of /robots.txt means: 4xx is "there is none", all else that is no success is "not now". 429 is a server that
 * wants less, not more.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1
 */
export function robotsVerdictOfStatus(status: number): RobotsRecord['verdict'] {
  if (status >= 200 && status < 300) return 'rules'
  return status >= 400 && status < 500 && status !== 429 ? 'allow-all' : 'disallow-all'
}

/** Several jobs for a new host begin together: the first asks, the others wait for its answer. */
async function learnOnce(dependencies: Dependencies, origin: string): Promise<Known | Postponed> {
  const { inFlight } = dependencies.gate
  const pending = inFlight.get(origin) ?? learn(dependencies, origin).finally(() => inFlight.delete(origin))
  inFlight.set(origin, pending)
  return await pending
}

/** The one who waits may leave; the question goes on for the others. */
async function abortable<Value>(pending: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted()
  const { promise, reject } = Promise.withResolvers<never>()
  const leave = () => reject(signal.reason)
  signal.addEventListener('abort', leave, { once: true })
  return await Promise.race([pending, promise]).finally(() => signal.removeEventListener('abort', leave))
}

async function learn(dependencies: Dependencies, origin: string): Promise<Known | Postponed> {
  const { store, fetchRobots } = dependencies
  const stored = await store.read(origin)
  if (stored !== null) return remember(dependencies, origin, stored)
  const fetched = await fetchRobots(`${origin}/robots.txt`)
  if (fetched.kind === 'postponed') return fetched
  const record = recordOf(fetched, origin)
  await store.write(origin, record)
  return remember(dependencies, origin, record)
}

function remember({ gate, now }: Dependencies, origin: string, record: RobotsRecord): Known {
  const { verdict, body, httpStatus, reason, detail, remainingMs } = record
  const robots = verdict === 'rules' && body !== null ? parseRobots(body) : null
  const known = { verdict, httpStatus, reason, detail, robots }
  forget(gate, origin)
  const bytes = CACHE_ENTRY_BYTES + (body?.length ?? 0)
  gate.cache.set(origin, { known, bytes, validUntilMs: now() + remainingMs })
  gate.cacheBytes += bytes
  for (const oldest of gate.cache.keys()) {
    if (gate.cacheBytes <= CACHE_BYTES_MAX) break
    forget(gate, oldest)
  }
  return known
}

function forget(gate: RobotsGate, origin: string): void {
  gate.cacheBytes -= gate.cache.get(origin)?.bytes ?? 0
  gate.cache.delete(origin)
}

function recordOf(fetched: Exclude<FetchResult, Postponed>, origin: string): RobotsRecord {
  const nothing = { body: null, reason: null, detail: null, remainingMs: VALID_MS_DEFAULT }
  if (fetched.kind === 'document') {
    const remainingMs = validMs(headerOf(fetched.responseHeaders, 'cache-control'))
    const body = fetched.body.subarray(0, ROBOTS_BYTES_MAX)
    return { ...nothing, verdict: 'rules', body, httpStatus: fetched.httpStatus, remainingMs }
  }
  if (fetched.kind === 'gone') return { ...nothing, verdict: 'allow-all', httpStatus: fetched.httpStatus }
  const { httpStatus } = fetched as { httpStatus?: number | null }
  const failed = fetched.kind === 'failed' ? fetched : null
  const isStatus = failed?.reason.startsWith('http-') && robotsVerdictOfStatus(httpStatus ?? 0) !== 'disallow-all'
  if (isStatus || failed?.reason === 'redirects-too-many') {
    return { ...nothing, verdict: 'allow-all', httpStatus: httpStatus ?? null }
  }
  const isOfHost =
    failed !== null && REASONS_OF_HOST.has(failed.reason) && URL.parse(failed.failedUrl)?.origin === origin
  return {
    verdict: 'disallow-all',
    body: null,
    httpStatus: httpStatus ?? null,
    reason: isOfHost ? failed.reason : 'robots-unreachable',
    detail: isOfHost ? failed.detail : `robots.txt: ${failed?.reason ?? fetched.kind}, ${failed?.detail ?? ''}`,
    remainingMs: Math.min(Math.max(failed?.retryAfterMs ?? 0, UNREACHABLE_MS), VALID_MS_MAX),
  }
}

function validMs(cacheControl: string | null): number {
  const maxAge = /(?:^|[,\s])max-age=(\d{1,10})/i.exec(cacheControl ?? '')?.[1]
  if (maxAge === undefined) return VALID_MS_DEFAULT
  return Math.min(Math.max(Number(maxAge) * 1000, VALID_MS_MIN), VALID_MS_MAX)
}
