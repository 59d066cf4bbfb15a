import { setTimeout as sleep } from 'node:timers/promises'
import {
  type FetchedDocument,
  type Fetcher,
  type FetchPurpose,
  type FetchResult,
  fetchDocument,
  headerOf,
} from '@dateline/http-fetch'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'

export type RenderLimits = {
  /** All of it, hosts' turns included. */
  readonly totalTimeoutMs: number
  readonly requestsMax: number
  /** Of all bodies together, decoded; and of the page that comes out. */
  readonly bytesMax: number
}

export type Rendered =
  | { kind: 'rendered'; html: string; document: FetchedDocument; requests: number; bytes: number; refused: number }
  | { kind: 'failed'; reason: string; detail: string; retryable: boolean }
  /** It is not the host's turn: come back at `untilMs`. */
  | { kind: 'postponed'; untilMs: number }

/** What a page needs for its text. Pictures, fonts, films, frames and beacons are refused. */
const WANTED: ReadonlySet<string> = new Set(['document', 'script', 'stylesheet', 'xhr', 'fetch'])
/** Headers that tell the browser how to take a body; the others are about the way it came. */
const PASSED = [
  'content-type',
  'content-security-policy',
  'access-control-allow-origin',
  'access-control-allow-credentials',
]
/** A page that goes on asking (a ticker, an advertisement) is taken as it is after this much of its time. */
const SETTLE_SHARE = 0.5

type Course = {
  readonly http: Fetcher
  readonly limits: RenderLimits
  readonly deadlineMs: number
  readonly page: Page
  main: FetchResult | null
  requests: number
  bytes: number
  refused: number
}

/**
 * Runs the scripts of one page. Every request of the browser goes through http-fetch: guarded, allowed by robots.txt, in its
 * host's turn, within the limits; nothing else reaches a network.
 */
export async function renderPage(
  { http, browser, limits }: { http: Fetcher; browser: Browser; limits: RenderLimits },
  url: string,
): Promise<Rendered> {
  const deadlineMs = Date.now() + limits.totalTimeoutMs
  // A context of its own: no cookie, no cache and no worker outlives the page.
  const context = await browser.newContext({
    userAgent: http.userAgent,
    serviceWorkers: 'block',
    acceptDownloads: false,
    permissions: [],
  })
  const forced = setTimeout(() => void context.close().catch(() => {}), limits.totalTimeoutMs + 5_000)
  try {
    return await renderIn(context, { http, limits, deadlineMs }, url)
  } catch (error) {
    // A script that never ends, a tab that was killed: the page's doing.
    return failed('render-failed', firstLine(error), false)
  } finally {
    clearTimeout(forced)
    await context.close().catch(() => {})
  }
}

async function renderIn(
  context: BrowserContext,
  { http, limits, deadlineMs }: Pick<Course, 'http' | 'limits' | 'deadlineMs'>,
  url: string,
): Promise<Rendered> {
  const page = await context.newPage()
  const course: Course = { http, limits, deadlineMs, page, main: null, requests: 0, bytes: 0, refused: 0 }
  page.on('dialog', (dialog) => void dialog.dismiss().catch(() => {}))
  context.on('page', (other) => void (other === page ? null : other.close().catch(() => {})))
  await context.routeWebSocket(/.*/, (socket) => void socket.close())
  await context.route('**/*', (route) => answer(course, route).catch(() => route.abort().catch(() => {})))
  const leftMs = () => Math.max(1, deadlineMs - Date.now())
  const gone = await page
    .goto(url, { waitUntil: 'domcontentloaded', timeout: leftMs() })
    .then(() => null)
    .catch((error: Error) => error)
  const main = course.main as FetchResult | null
  if (main === null) return failed('render-failed', gone === null ? 'no page came' : firstLine(gone), false)
  if (main.kind === 'postponed') return main
  if (main.kind !== 'document') return failureOf(main)
  if (gone !== null) return failed('render-timeout', firstLine(gone), false)
  await page.waitForLoadState('networkidle', { timeout: leftMs() * SETTLE_SHARE }).catch(() => {})
  const html = await within(page.content(), leftMs())
  if (html === null) return failed('render-timeout', `no end within ${limits.totalTimeoutMs} ms`, false)
  if (html.length > limits.bytesMax) return failed('render-too-large', `more than ${limits.bytesMax} characters`, false)
  const { requests, bytes, refused } = course
  return { kind: 'rendered', html, document: main, requests, bytes, refused }
}

async function answer(course: Course, route: Route): Promise<void> {
  const { limits, page } = course
  const request = route.request()
  const type = request.resourceType()
  const isFrame = type === 'document' && request.frame() !== page.mainFrame()
  const isSpent = course.requests >= limits.requestsMax || course.bytes >= limits.bytesMax
  if (!WANTED.has(type) || isFrame || isSpent || request.method() !== 'GET') {
    course.refused++
    return route.abort('blockedbyclient')
  }
  course.requests++
  const isMain = type === 'document' && course.main === null
  const result = await fetchInTurn(course, request.url(), isMain ? 'article' : 'page')
  if (isMain) course.main = result
  if (result.kind !== 'document') {
    course.refused++
    return route.abort('failed')
  }
  course.bytes += result.body.length
  if (course.bytes > limits.bytesMax) return route.abort('failed')
  const headers = Object.fromEntries(
    PASSED.flatMap((name) => {
      const value = headerOf(result.responseHeaders, name)
      return value === null ? [] : [[name, value]]
    }),
  )
  return route.fulfill({ status: result.httpStatus, headers, body: result.body })
}

/** The first request may be told to come later; those that follow from it wait for their turn. */
async function fetchInTurn(course: Course, url: string, purpose: FetchPurpose): Promise<FetchResult> {
  while (true) {
    const result = await fetchDocument(course.http, { url, purpose })
    if (result.kind !== 'postponed' || purpose === 'article' || result.untilMs > course.deadlineMs) return result
    await sleep(Math.max(1, result.untilMs - Date.now()))
  }
}

/** @returns null if it took too long: a page that is busy does not answer. */
async function within<Value>(pending: Promise<Value>, ms: number): Promise<Value | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms)
  })
  return await Promise.race([pending.catch(() => null), late]).finally(() => clearTimeout(timer))
}

function failureOf(result: Exclude<FetchResult, { kind: 'document' | 'postponed' }>): Rendered {
  if (result.kind === 'failed') return failed(result.reason, result.detail, result.retryable)
  return failed(result.kind === 'gone' ? `http-${result.httpStatus}` : result.kind, '', false)
}

function failed(reason: string, detail: string, retryable: boolean): Rendered {
  return { kind: 'failed', reason, detail, retryable }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]!.slice(0, 500)
}
