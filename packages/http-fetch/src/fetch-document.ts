import { setTimeout as sleep } from 'node:timers/promises'
import { CookieJar } from 'tough-cookie'
import { ROBOTS_REDIRECTS_MAX, SITEMAP_BYTES_MAX } from './fetch-limits.ts'
import { FETCH_REASONS, type FetchFailure } from './fetch-reasons.ts'
import type { FetchedDocument, FetchFailed, FetchPurpose, FetchRequest, FetchResult, Redirect } from './fetch-result.ts'
import { type CheckedUrl, checkUrl } from './guard/check-url.ts'
import type { Fetcher } from './open-fetcher.ts'
import type { Turn, TurnLater } from './pacing/host-pacing.ts'
import { ACCEPT_ENCODING } from './request/decode-body.ts'
import { type HeaderList, headerOf, headersOf } from './request/headers.ts'
import { judgeResponse } from './request/judge-response.ts'
import { type HopFailure, type HopResponse, requestHop } from './request/request-hop.ts'
import { retryAfterMs } from './request/retry-after.ts'
import { refusalOf, usagePolicyOf } from './request/usage-policy.ts'
import { askRobots } from './robots/robots-gate.ts'

const ACCEPT: Readonly<Record<FetchPurpose, string>> = {
  article: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5',
  feed: 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5',
  sitemap: 'application/xml, text/xml, */*;q=0.5',
  robots: 'text/plain, */*;q=0.5',
}

/** A robots.txt is read up to here and parsed up to ROBOTS_BYTES_MAX: the rest of the road is for its encoding. */
const ROBOTS_BODY_BYTES_MAX = 2 * 1024 * 1024

/** A process that has not ended its turn so long after the time limit is dead. */
const LEASE_MARGIN_MS = 5_000

/** What a 429 without Retry-After asks for. */
const REST_MS_DEFAULT = 60_000

/** Cookies live for one fetch: some sites send readers in a circle until one comes back. */
const COOKIES_MAX = 50

type Course = {
  readonly fetcher: Fetcher
  readonly request: FetchRequest
  readonly signal: AbortSignal
  readonly cookies: CookieJar
  cookieCount: number
  readonly redirects: Redirect[]
  usedMs: number
  isStaleRetried: boolean
}

type Sent = { readonly at: number; readonly headers: HeaderList; readonly response: HopResponse | HopFailure }

/**
 * Fetches one document: guarded, allowed by robots.txt, in its host's turn, within the limits, at every hop.
 *
 * @returns every outcome the network can bring, as a value.
 * @throws what the signal was aborted with, or the database's error.
 */
export async function fetchDocument(fetcher: Fetcher, request: FetchRequest): Promise<FetchResult> {
  const course: Course = {
    fetcher,
    request,
    signal: request.signal ?? new AbortController().signal,
    cookies: new CookieJar(undefined, { rejectPublicSuffixes: true }),
    cookieCount: 0,
    redirects: [],
    usedMs: 0,
    isStaleRetried: false,
  }
  const redirectsMax = request.purpose === 'robots' ? ROBOTS_REDIRECTS_MAX : fetcher.limits.redirectsMax
  let url = request.url
  while (true) {
    const step = await takeHop(course, url)
    if (!('next' in step)) return step
    if (course.redirects.length > redirectsMax) {
      return failedAt(url, { reason: 'redirects-too-many', detail: `more than ${redirectsMax}` }, null)
    }
    url = step.next
  }
}

/** One hop: a result, or the URL to go on with. */
async function takeHop(course: Course, url: string): Promise<FetchResult | { next: string }> {
  const { fetcher, request, signal } = course
  const target = checkUrl(fetcher.policy, url)
  if ('reason' in target) return failedAt(url, target, null)

  const isOverridden = fetcher.policy.hostOverrides.has(target.hostname)
  let gapMs = Math.max(isOverridden ? fetcher.overrideGapMs : fetcher.hostGapMs, request.gapMs ?? 0)
  if (request.purpose !== 'robots') {
    const fetchRobots = (robotsUrl: string) => fetchDocument(fetcher, { url: robotsUrl, purpose: 'robots' })
    const { robotsGate: gate, robotsStore: store, productToken, now } = fetcher
    const answer = await askRobots({ gate, store, productToken, now, fetchRobots }, target, signal)
    if (answer.kind === 'postponed') return answer
    if (answer.kind === 'refused') return { ...failedAt(url, answer, null), retryAfterMs: answer.retryAfterMs }
    gapMs = Math.max(gapMs, answer.crawlDelayMs)
  }

  const turn = await waitForTurn(course, hostKey(target), gapMs)
  if (turn.kind === 'later') {
    const detail = `the next turn is in ${Math.round(turn.waitMs / 1000)} s`
    if (course.redirects.length > 0) return failedAt(url, { reason: 'host-too-slow', detail }, null)
    return { kind: 'postponed', untilMs: Math.ceil(fetcher.now() + turn.waitMs) }
  }
  let restMs = 0
  try {
    const sent = await send(course, target)
    restMs = restAskedFor(sent.response, fetcher.now())
    return await conclude(course, target, sent)
  } finally {
    await fetcher.pacing.endTurn(turn, restMs)
  }
}

/** A server that an operator has named is its own host; else a host is one machine's name, whatever the port. */
function hostKey({ url, hostname, port, isPrivateAllowed }: CheckedUrl): string {
  return isPrivateAllowed ? `${hostname}:${port}` : url.hostname.replace(/\.$/, '')
}

async function waitForTurn(
  { fetcher, redirects, signal }: Course,
  host: string,
  gapMs: number,
): Promise<Turn | TurnLater> {
  const { slotWaitMsMax, hopWaitMsMax, totalTimeoutMs } = fetcher.limits
  let patienceMs = redirects.length === 0 ? slotWaitMsMax : hopWaitMsMax
  while (true) {
    const turn = await fetcher.pacing.takeTurn(host, { gapMs, leaseMs: totalTimeoutMs + LEASE_MARGIN_MS })
    if (turn.kind === 'turn' || turn.waitMs > patienceMs) return turn
    patienceMs -= turn.waitMs
    await sleep(Math.ceil(turn.waitMs), undefined, { signal })
  }
}

async function send(course: Course, { url }: CheckedUrl): Promise<Sent> {
  const { fetcher, request, cookies, signal } = course
  const { purpose, etag, lastModified } = request
  const isRobots = purpose === 'robots'
  const cookie = course.cookieCount === 0 ? '' : await cookies.getCookieString(url.href)
  const optional: [string, string | null | undefined][] = [
    ['Cookie', cookie],
    ['If-None-Match', etag],
    ['If-Modified-Since', lastModified],
  ]
  const headers: HeaderList = [
    ['User-Agent', fetcher.userAgent],
    ['Accept', ACCEPT[purpose]],
    ['Accept-Encoding', ACCEPT_ENCODING],
    ...optional.flatMap(([name, value]) => (value ? [[name, value] as const] : [])),
  ]
  const bodyBytesMax = isRobots
    ? ROBOTS_BODY_BYTES_MAX
    : purpose === 'sitemap'
      ? SITEMAP_BYTES_MAX
      : fetcher.limits.bodyBytesMax
  const at = fetcher.now()
  const response = await requestHop(
    fetcher.dispatcher,
    { ...fetcher.limits, bodyBytesMax },
    {
      url,
      method: 'GET',
      headers,
      refuseLargeBody: !isRobots,
      inspect(status, received) {
        const judgement = judgeResponse(purpose, isConditional(request), status, received)
        if (judgement.kind !== 'document') return judgement.kind === 'failed' ? judgement : 'skip'
        const refusal =
          purpose === 'article' ? refusalOf(usagePolicyOf(received, fetcher.productToken), fetcher.usageHonoured) : null
        return refusal === null ? 'read' : { reason: 'usage-refused', detail: refusal }
      },
      timeoutMs: Math.max(1, fetcher.limits.totalTimeoutMs - course.usedMs),
      signal,
    },
  )
  course.usedMs += fetcher.now() - at
  const isProxyAway = fetcher.isProxied && 'reason' in response && response.reason.startsWith('connect-')
  return { at, headers, response: isProxyAway ? { ...response, reason: 'proxy-failed' } : response }
}

async function conclude(course: Course, { url }: CheckedUrl, sent: Sent): Promise<FetchResult | { next: string }> {
  const { fetcher, request, redirects } = course
  const { response } = sent
  const { status, headers } = response
  if ('reason' in response) {
    if (response.isStale && !course.isStaleRetried) {
      course.isStaleRetried = true
      return { next: url.href }
    }
    const failed = failedAt(url.href, response, status)
    return response.reason === 'rate-limited'
      ? { ...failed, retryAfterMs: restAskedFor(response, fetcher.now()) }
      : failed
  }
  const judgement = judgeResponse(request.purpose, isConditional(request), response.status, headers)
  const [etag, lastModified] = [headerOf(headers, 'etag'), headerOf(headers, 'last-modified')]
  switch (judgement.kind) {
    case 'failed':
      return failedAt(url.href, judgement, status)
    case 'gone':
      return { ...judgement, finalUrl: url.href }
    case 'not-modified':
      return {
        kind: 'not-modified',
        finalUrl: url.href,
        etag: etag ?? request.etag ?? null,
        lastModified: lastModified ?? request.lastModified ?? null,
      }
    case 'redirect': {
      const next = URL.parse(headerOf(headers, 'location')!, url.href)
      if (next === null)
        return failedAt(url.href, { reason: 'redirect-invalid', detail: headerOf(headers, 'location')! }, status)
      await keepCookies(course, url, headers)
      redirects.push({ url: url.href, status: response.status })
      return { next: next.href }
    }
    case 'document':
      return documentOf(course, url, sent, response)
  }
}

function documentOf(course: Course, url: URL, sent: Sent, response: HopResponse): FetchedDocument {
  const { fetcher, redirects, usedMs } = course
  const { headers, status, body } = response
  const connection = fetcher.connections.get(url.origin)
  return {
    kind: 'document',
    finalUrl: url.href,
    httpStatus: status,
    contentType: headerOf(headers, 'content-type'),
    body,
    etag: headerOf(headers, 'etag'),
    lastModified: headerOf(headers, 'last-modified'),
    redirects,
    fetchedAt: new Date(sent.at).toISOString(),
    durationMs: usedMs,
    httpVersion: connection?.httpVersion ?? '1.1',
    serverAddress: connection?.address ?? null,
    requestHeaders: [['Host', url.host], ...sent.headers],
    responseHeaders: headers,
    usage: usagePolicyOf(headers, fetcher.productToken),
  }
}

async function keepCookies(course: Course, url: URL, headers: HeaderList): Promise<void> {
  for (const cookie of headersOf(headers, 'set-cookie')) {
    if (course.cookieCount >= COOKIES_MAX) return
    const kept = await course.cookies.setCookie(cookie, url.href, { ignoreError: true })
    if (kept) course.cookieCount++
  }
}

function isConditional({ etag, lastModified }: FetchRequest): boolean {
  return Boolean(etag || lastModified)
}

/** How long the host is left alone: by its Retry-After, or after a bare 429. */
function restAskedFor(response: HopResponse | HopFailure, nowMs: number): number {
  if (!('reason' in response) || response.reason !== 'rate-limited') return 0
  return retryAfterMs(headerOf(response.headers, 'retry-after'), nowMs) ?? REST_MS_DEFAULT
}

function failedAt(url: string, { reason, detail }: FetchFailure, httpStatus: number | null): FetchFailed {
  const { retryable } = FETCH_REASONS[reason]
  return { kind: 'failed', failedUrl: url, reason, detail, httpStatus, retryAfterMs: null, retryable }
}
