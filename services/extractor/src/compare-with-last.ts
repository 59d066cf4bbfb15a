import type { Archive } from '@dateline/archive'
import { type ArticleEvent, type ArticleEventOf, captureOf, type Recorded } from '@dateline/domain'
import { isAlternating } from '@dateline/extraction'
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
): Promise<(Compared & { alternates: boolean }) | null> {
  const readings = events.filter((event) => isReading(event) && event.cause !== cause)
  const last = readings.at(-1)
  // A page that showed a wall in between is recorded again, whatever it says.
  if (last?.type !== 'ArticleExtracted') return null
  const capture = captureOf(events, last.data.rawSha256)
  const bytes = capture === null ? null : await archive.get(last.data.rawSha256)
  // With what is known of the host by now, as the later page was read.
  const { hostKnowledge = null } = page
  const before = capture === null || bytes === null ? null : { bytes, ...capture, hostKnowledge }
  const texts = readings.flatMap((event) => (event.type === 'ArticleExtracted' ? [event.data] : []))
  const shown = texts.map(({ contentSha256 }) => contentSha256)
  const headlines = texts.slice(-HEADLINES_MAX, -1).flatMap(({ extraction }) => extraction.title.value ?? [])
  const compared = await compare({ before: last.data, after, pages: { before, after: page }, headlines })
  if (compared === null) return null
  const alternates =
    !compared.isSame &&
    isAlternating(
      // A wall in between has a text recorded twice: it has not come back.
      shown.filter((text, index) => text !== shown[index - 1]),
      after.contentSha256,
    )
  return { ...compared, alternates, ...(alternates && { stealthEdit: null }) }
}

const HEADLINES_MAX = 20

const isReading = ({ type }: ArticleEvent) =>
  type === 'ArticleExtracted' || type === 'ArticleRejected' || type === 'ArticleAliased'
