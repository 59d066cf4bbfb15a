import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { readWarc, type WarcRecord } from '@dateline/archive'
import { BadInputError } from '@dateline/domain'
import { type ImportSkip, recordSkips } from '@dateline/work-state'
import type { Dependencies } from './dependencies.ts'
import { DOCUMENT_BYTES_MAX, importDocument } from './import-document.ts'

/** Records in hand at a time: their appends travel in one commit, and memory stays flat. */
const AT_A_TIME = 16

export type WarcProgress = {
  /** Of the file, compressed. */
  bytesRead: number
  bytesTotal: number
  records: number
  imported: number
  known: number
  /** By reason: every record is imported, known or counted here. */
  skipped: Record<string, number>
}

type Outcome = 'imported' | 'known' | { reason: string; detail: string }

/**
 * Imports a WARC file (plain or gzip) record by record. Running it again imports only what is missing.
 *
 * @throws {BadInputError} if the file is not there.
 */
export async function* importWarc(dependencies: Dependencies, path: string): AsyncGenerator<WarcProgress> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new BadInputError(`There is no file "${path}".`)
  const progress: WarcProgress = {
    bytesRead: 0,
    bytesTotal: found.size,
    records: 0,
    imported: 0,
    known: 0,
    skipped: {},
  }
  const stream = createReadStream(path)
  let batch: WarcRecord[] = []
  for await (const record of readWarc(stream)) {
    batch.push(record)
    if (batch.length < AT_A_TIME) continue
    await importBatch(batch)
    batch = []
    yield { ...progress, bytesRead: stream.bytesRead }
  }
  await importBatch(batch)
  yield { ...progress, bytesRead: found.size }

  async function importBatch(records: readonly WarcRecord[]): Promise<void> {
    const outcomes = await Promise.all(records.map((record) => importRecord(dependencies, record, basename(path))))
    const skips: ImportSkip[] = []
    for (const [index, outcome] of outcomes.entries()) {
      progress.records += 1
      if (typeof outcome === 'string') progress[outcome] += 1
      else {
        progress.skipped[outcome.reason] = (progress.skipped[outcome.reason] ?? 0) + 1
        const record = `${progress.records} ${records[index]?.url ?? ''}`.trim()
        skips.push({ importName: basename(path), record, ...outcome })
      }
    }
    await recordSkips(dependencies.database.db, skips)
  }
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
