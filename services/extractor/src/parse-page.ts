import { workerData } from 'node:worker_threads'
import type { ExtractionVerdict, HostKnowledge } from '@dateline/domain'
import {
  type AlteredCopy,
  compareReadings,
  contentSha256,
  decodeBytes,
  extract,
  findAltered,
  findOutdated,
  knowAgencies,
  type OutdatedCopy,
  pageWording,
  type Reading,
} from '@dateline/extraction'
import { NO_SIGNALS, type PageSignals, readPageSignals } from './page-signals.ts'

const { agenciesExtra = [] } = (workerData ?? {}) as { agenciesExtra?: readonly string[] }
knowAgencies(
  agenciesExtra.map((pair) => {
    const [id, name] = pair.split('=') as [string, string]
    return { id, name, names: [] }
  }),
)

export type ParseTask = {
  bytes: Uint8Array
  kind: 'html' | 'text'
  contentType: string | null
  url: string | null
  /** When the page was captured: relative dates are read against it. */
  capturedAt: string | null
  /** Lines that other pages of its host repeat. */
  hostKnowledge?: HostKnowledge | null
}

export type Parsed = { verdict: ExtractionVerdict; contentSha256: string | null; signals: PageSignals }

/** Runs in a worker thread: pure computing, no I/O. The default export is what the thread pool calls. */
// biome-ignore lint/style/noDefaultExport: the thread pool's interface
export default function parsePage(task: ParseTask): Parsed {
  const verdict = extract(task)
  return {
    verdict,
    contentSha256: verdict.verdict === 'article' ? contentSha256(verdict.extraction) : null,
    signals:
      task.kind === 'html'
        ? readPageSignals(decodeBytes({ body: task.bytes, contentType: task.contentType }).text)
        : NO_SIGNALS,
  }
}

/** `pages`: the two as served, without the earlier one where its bytes are no longer kept. `headlines`: that stood before. */
export type CompareTask = {
  before: Reading
  after: Reading
  pages: { before: ParseTask | null; after: ParseTask }
  headlines: readonly string[]
}
export type Compared = ReturnType<typeof compareReadings>

/** Texts are as hostile as pages: comparing them is done in the same threads. */
export function comparePages({ before, after, pages, headlines }: CompareTask): Compared {
  const wording = {
    before: pages.before === null ? null : pageWording(pages.before),
    after: pageWording(pages.after),
  }
  return compareReadings(asReadNow(before, after.extractor, pages.before), after, wording, headlines)
}

/**
 * What another version of the extractor has read is read again, so that what differs is the page's doing. The earlier reading
 * stands as it is where its bytes are gone, or where there is no article in them any more.
 */
function asReadNow(before: Reading, extractor: string, page: ParseTask | null): Reading {
  if (before.extractor === extractor || page === null) return before
  const verdict = extract(page)
  return verdict.verdict === 'rejected' ? before : { ...before, extractor, extraction: verdict.extraction }
}

/** `originalSeenAt`: when the original was last looked at, ISO 8601. */
export type CopyTask = { original: readonly Reading[]; copy: Reading; originalSeenAt: string }
export type CopyFindings = { outdated: OutdatedCopy | null; altered: AlteredCopy | null }

export function judgeCopy({ original, copy, originalSeenAt }: CopyTask): CopyFindings {
  return { outdated: findOutdated(original, copy), altered: findAltered(original, copy, originalSeenAt) }
}
