import type { Archive } from '@dateline/archive'
import { type ArticleEvent, type ArticleEventOf, captureOf, type Recorded } from '@dateline/domain'
import type { Compared, CompareTask, ParseTask } from './parse-page.ts'

type Dependencies = { archive: Pick<Archive, 'get'>; compare(task: CompareTask): Promise<Compared | null> }

/**
 * Holds a new reading against the one that stands, both with their pages. In the job that made it: a later one would find
 * the two further apart.
 *
 * @param events of the article, oldest first.
 * @param cause of this job: what an earlier attempt of it recorded is not compared with itself.
 * @returns null: nothing stands that it could be held against.
 */
export async function compareWithLast(
  { archive, compare }: Dependencies,
  events: readonly Recorded<ArticleEvent>[],
  after: ArticleEventOf<'ArticleExtracted'>['data'],
  page: ParseTask,
  cause: string,
): Promise<Compared | null> {
  const last = events.findLast((event) => isReading(event) && event.cause !== cause)
  // A page that showed a wall in between is recorded again, whatever it says.
  if (last?.type !== 'ArticleExtracted') return null
  const capture = captureOf(events, last.data.rawSha256)
  const bytes = capture === null ? null : await archive.get(last.data.rawSha256)
  const before = capture === null || bytes === null ? null : { bytes, ...capture }
  return compare({ before: last.data, after, pages: { before, after: page } })
}

const isReading = ({ type }: ArticleEvent) =>
  type === 'ArticleExtracted' || type === 'ArticleRejected' || type === 'ArticleAliased'
