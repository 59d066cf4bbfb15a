import { type ArticleEventOf, EVIDENCE_CHARS_MAX } from '@dateline/domain'
import { squeeze } from '../html/block-features.ts'
import { clip } from '../html/field.ts'
import { REVISION_DETECTOR, type Reading } from './compare-readings.ts'
import { paragraphsOf } from './diff-revisions.ts'

type Altered = ArticleEventOf<'CopyAltered'>['data']
export type TakenOver = Omit<ArticleEventOf<'CopyAlterationRetracted'>['data'], 'originalArticleId'>

const REVISIONS_MAX = 20

/**
 * Whether an original has come to say what its copy was found to have altered: then the copy knew better, or earlier, and the
 * finding does not stand. One sentence is enough: what else the copy alters is a finding of its own.
 *
 * @param original its readings, oldest first: those after the finding count, in any of which it may have said so.
 * @returns what the log should say of it, or null.
 */
export function findTakenOver(original: readonly Reading[], altered: Altered): TakenOver | null {
  const found = original.findLastIndex(({ contentSha256 }) => contentSha256 === altered.originalContentSha256)
  for (const { extraction, contentSha256: originalContentSha256 } of original.slice(found + 1).slice(-REVISIONS_MAX)) {
    const says = squeeze(paragraphsOf(extraction).join('\n'))
    const sentence = altered.sentences.find(({ copy }) => says.includes(squeeze(copy)))
    if (sentence === undefined) continue
    const evidence = clip(`the original says by now: “${sentence.copy}”`, EVIDENCE_CHARS_MAX)
    return { originalContentSha256, contentSha256: altered.contentSha256, evidence, detector: REVISION_DETECTOR }
  }
  return null
}
