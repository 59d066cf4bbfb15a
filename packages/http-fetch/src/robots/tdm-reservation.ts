import { BadInputError } from '@dateline/domain'
import { fetchDocument } from '../fetch-document.ts'
import type { Fetcher } from '../open-fetcher.ts'
import type { UsageSignal } from '../request/usage-signals.ts'
import { isAllowed } from './is-allowed.ts'
import { parseRobots } from './parse-robots.ts'

const PATH = '/.well-known/tdmrep.json'
const VALID_MS = 24 * 60 * 60 * 1000
/** A host that cannot give it now is asked again soon; until then nothing is known to be reserved. */
const RETRY_MS = 10 * 60 * 1000
const ENTRIES_MAX = 1_000
const LOCATION_CHARS_MAX = 1_000

export type TdmAnswer =
  | { readonly kind: 'known'; readonly signal: UsageSignal | null }
  | { readonly kind: 'postponed'; readonly untilMs: number }

/**
 * Whether a site's tdmrep.json reserves the rights to text and data mining of a page. The file is asked for once a day and
 * host, over all processes.
 *
 * @see https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/
 */
export async function askTdmReservation(fetcher: Fetcher, url: string): Promise<TdmAnswer> {
  const origin = URL.parse(url)?.origin
  if (origin === undefined) throw new BadInputError(`"${url.slice(0, 200)}" is no address.`)
  const file = await fileOnce(fetcher, `${origin}${PATH}`)
  return 'kind' in file ? file : { kind: 'known', signal: signalIn(file.body, url) }
}

type File = { readonly body: Buffer | null } | Extract<TdmAnswer, { kind: 'postponed' }>

const inFlight = new WeakMap<Fetcher, Map<string, Promise<File>>>()

/** Several jobs for a new host begin together: the first asks, the others wait for its answer. */
async function fileOnce(fetcher: Fetcher, key: string): Promise<File> {
  const pending = inFlight.get(fetcher) ?? new Map<string, Promise<File>>()
  inFlight.set(fetcher, pending)
  const file = pending.get(key) ?? readFile(fetcher, key).finally(() => pending.delete(key))
  pending.set(key, file)
  return await file
}

async function readFile(fetcher: Fetcher, key: string): Promise<File> {
  const stored = await fetcher.robotsStore.read(key)
  if (stored !== null) return { body: stored.body }
  const fetched = await fetchDocument(fetcher, { url: key, purpose: 'robots' })
  if (fetched.kind === 'postponed') return fetched
  const body = fetched.kind === 'document' ? fetched.body : null
  const nothing = { httpStatus: null, reason: null, detail: null }
  const remainingMs = fetched.kind === 'failed' && fetched.retryable ? RETRY_MS : VALID_MS
  await fetcher.robotsStore.write(key, {
    ...nothing,
    verdict: body === null ? 'allow-all' : 'rules',
    body,
    remainingMs,
  })
  return { body }
}

/** Pure: the most specific location counts, as with robots.txt, whose patterns these are. */
export function tdmReservationIn(file: string, url: string): boolean {
  const lines = entriesOf(file).flatMap((entry) => {
    const { location, 'tdm-reservation': reservation } = entry
    const isUsable = typeof location === 'string' && location.length <= LOCATION_CHARS_MAX && !/[\r\n#]/.test(location)
    if (!isUsable || (Number(reservation) !== 0 && Number(reservation) !== 1)) return []
    return [`${Number(reservation) === 1 ? 'Disallow' : 'Allow'}: ${location.startsWith('/') ? '' : '/'}${location}`]
  })
  const escaped = url.replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase())
  return (
    lines.length > 0 && !isAllowed(parseRobots(Buffer.from(`User-agent: *\n${lines.join('\n')}\n`)), escaped, 'tdm')
  )
}

function entriesOf(file: string): Record<string, unknown>[] {
  try {
    const parsed: unknown = JSON.parse(file)
    const entries = Array.isArray(parsed) ? parsed : []
    return entries.slice(0, ENTRIES_MAX).filter((entry) => typeof entry === 'object' && entry !== null)
  } catch {
    return []
  }
}

function signalIn(body: Buffer | null, url: string): UsageSignal | null {
  if (body === null || !tdmReservationIn(body.toString('utf8'), url)) return null
  return { use: 'tdm', evidence: `${PATH} reserves it` }
}
