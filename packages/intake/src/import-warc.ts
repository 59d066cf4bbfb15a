import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readWarc, type WarcRecord } from '@dateline/archive'
import { articleIdOfUrl, BadInputError, normalUrl } from '@dateline/domain'
import { forgetSkips, type ImportSkip, recordSkips } from '@dateline/work-state'
import type { Dependencies } from './dependencies.ts'
import { DOCUMENT_BYTES_MAX, importDocument } from './import-document.ts'

/** Records in hand at a time: their appends travel in one commit, and memory stays flat. */
const AT_A_TIME = 16

export type WarcProgress = {
  records: number
  imported: number
  known: number
  /** By reason: every record is imported, known or counted here. */
  skipped: Record<string, number>
}

/** Nothing in it begins a record: it is something else. @throws {BadInputError} */
function refuseOther({ records, skipped }: WarcProgress, importName: string): void {
  const { 'no-record': other = 0, 'gzip-broken': broken = 0 } = skipped
  if (records === 0) throw new BadInputError(`${importName} is empty: there is no WARC record in it.`)
  if (other + broken === records) {
    throw new BadInputError(
      `${importName} is no WARC file: nothing in it begins with "WARC/1". It may be plain or gzip; unpack .zst before.`,
    )
  }
}

export type WarcOptions = {
  /** Which pages to import; absent: all. The others are counted as skipped, and not kept as skips. */
  wants?: (page: { articleId: string; url: string; capturedAt: string | null }) => boolean
}

type Outcome = 'imported' | 'known' | { reason: string; detail: string }

/** How far the import of a file is; bytes of the file as it is, compressed or not. */
export type WarcFileProgress = WarcProgress & { bytesRead: number; bytesTotal: number }

/**
 * Imports a WARC file (plain or gzip) record by record. Running it again imports only what is missing.
 *
 * @throws {BadInputError} if the file is not there.
 */
export async function* importWarc(
  dependencies: Dependencies,
  path: string,
  options: WarcOptions = {},
): AsyncGenerator<WarcFileProgress> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new BadInputError(`There is no file "${path}".`)
  const stream = createReadStream(path)
  for await (const progress of importWarcStream(dependencies, stream, basename(path), options)) {
    yield { ...progress, bytesRead: stream.bytesRead, bytesTotal: found.size }
  }
}

/** The same from any stream, under a name by which its skipped records can be found. */
export async function* importWarcStream(
  dependencies: Dependencies,
  stream: AsyncIterable<Uint8Array>,
  importName: string,
  { wants }: WarcOptions = {},
): AsyncGenerator<WarcProgress> {
  const progress: WarcProgress = { records: 0, imported: 0, known: 0, skipped: {} }
  let batch: WarcRecord[] = []
  for await (const record of readWarc(stream)) {
    if (wants !== undefined && !isWanted(record, wants)) {
      progress.records += 1
      progress.skipped['not-asked-for'] = (progress.skipped['not-asked-for'] ?? 0) + 1
      continue
    }
    batch.push(record)
    if (batch.length < AT_A_TIME) continue
    await importBatch(batch)
    batch = []
    yield progress
  }
  await importBatch(batch)
  refuseOther(progress, importName)
  yield progress

  /** Captures of one address one after the other, the oldest first, so that the newest counts; addresses side by side. */
  async function importInOrder(records: readonly WarcRecord[]): Promise<Outcome[]> {
    const outcomes: Outcome[] = []
    const byUrl = Map.groupBy(records.entries(), ([index, { url }]) => url ?? `record ${index}`)
    const captured = (record: WarcRecord) => (record.kind === 'skipped' ? '' : (record.capturedAt ?? ''))
    const chains = [...byUrl.values()].map(async (chain) => {
      for (const [index, record] of chain.toSorted(([, a], [, b]) => captured(a).localeCompare(captured(b)))) {
        outcomes[index] = await importRecord(dependencies, record, importName)
      }
    })
    await Promise.all(chains)
    return outcomes
  }

  async function importBatch(records: readonly WarcRecord[]): Promise<void> {
    const outcomes = await importInOrder(records)
    const skips: ImportSkip[] = []
    const taken: string[] = []
    for (const [index, outcome] of outcomes.entries()) {
      progress.records += 1
      const record = `${progress.records} ${records[index]?.url ?? ''}`.trim()
      if (typeof outcome === 'string') {
        progress[outcome] += 1
        taken.push(record)
      } else {
        progress.skipped[outcome.reason] = (progress.skipped[outcome.reason] ?? 0) + 1
        skips.push({ importName, record, ...outcome })
      }
    }
    await recordSkips(dependencies.database.db, skips)
    await forgetSkips(dependencies.database.db, importName, taken)
  }
}

function isWanted(record: WarcRecord, wants: NonNullable<WarcOptions['wants']>): boolean {
  const normal = record.kind === 'skipped' || record.url === null ? null : normalUrl(record.url)
  if (record.kind === 'skipped' || record.url === null || normal === null) return false
  return wants({ articleId: articleIdOfUrl(normal), url: record.url, capturedAt: record.capturedAt })
}

async function importRecord(dependencies: Dependencies, record: WarcRecord, fileName: string): Promise<Outcome> {
  if (record.kind === 'skipped') return { reason: record.reason, detail: record.detail }
  const { url, capturedAt, httpStatus, contentType, body } = record
  if (httpStatus !== null && httpStatus !== 200) {
    return { reason: `http-${httpStatus}`, detail: `${url} was answered with ${httpStatus}` }
  }
  if (!/^(text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(contentType ?? 'text/html')) {
    return { reason: 'unsupported-type', detail: `${url} is ${contentType}` }
  }
  if (body.length === 0) return { reason: 'empty', detail: `${url} has no body` }
  if (body.length > DOCUMENT_BYTES_MAX) {
    return { reason: 'over-limit', detail: `${url} has ${body.length} bytes; at most ${DOCUMENT_BYTES_MAX}` }
  }
  const { created } = await importDocument(dependencies, {
    kind: 'warc',
    bytes: body,
    mediaType: contentType ?? 'text/html',
    fileName,
    capturedAt,
    url,
  })
  return created ? 'imported' : 'known'
}
