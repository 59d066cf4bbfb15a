import type { Database } from '@dateline/database'
import type { Archive } from '../archive.ts'
import { captureRecords, warcInfo } from '../warc/write-warc.ts'
import { type CaptureSelection, selectCaptures } from './select-captures.ts'

type Dependencies = { readonly database: Pick<Database, 'pool'>; readonly archive: Archive }

export type WarcExported = {
  readonly captures: number
  /** Captures whose bytes a retention policy or an erasure has taken away. */
  readonly missing: number
}

/**
 * Writes captures as WARC/1.1, a gzip member a record, in the order they were made and in flat memory: per article, per source,
 * per day, or all.
 *
 * @param about software: named in the warcinfo record; now: its date, UTC.
 * @returns how many were written, after the last piece.
 */
export async function* exportWarc(
  { database, archive }: Dependencies,
  selection: CaptureSelection,
  about: { readonly software: string; readonly now: string },
): AsyncGenerator<Buffer, WarcExported> {
  let captures = 0
  let missing = 0
  yield await warcInfo(about)
  for await (const capture of selectCaptures(database, selection)) {
    const body = await archive.get(capture.rawSha256)
    if (body === null) {
      missing++
      continue
    }
    captures++
    yield await captureRecords(capture, body)
  }
  return { captures, missing }
}
