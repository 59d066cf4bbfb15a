import type { Copy, CopyEvent } from '../stories/document.ts'
import type { Member } from '../stories/member.ts'
import type { Containment } from './containment.ts'

/** Says which code compared the texts; a change of any threshold, or of what is compared, is a new version. */
export const MATCHER = 'copies/6'

/**
 * What is recorded of a copy.
 *
 * @param found how much of the two stands in each other, whatever stands elsewhere, too.
 * @param isSame they are the same word for word. Shares do not tell: the weights of words change with every article.
 */
export function copyVerdict(
  copy: Pick<Member, 'agency'>,
  canonical: Pick<Member, 'articleId' | 'agency'>,
  { found, isSame }: { readonly found: Containment; readonly isSame: boolean },
): Copy {
  const { ofA, ofB } = found
  const isWhole = ofA > 0.8
  const kind = isSame ? 'exact' : isWhole ? (ofB > 0.8 ? 'edited' : 'partial') : 'reworded'
  const isCredited = canonical.agency?.basis === 'explicit'
  return {
    originalArticleId: canonical.articleId,
    kind,
    containment: Math.round(ofA * 1_000) / 1_000,
    inferredAgency: copy.agency === null && isCredited ? canonical.agency!.id : null,
    evidence: evidenceOf(found),
    matcher: MATCHER,
  }
}

export function copyRetracted(originalArticleId: string, reason: string, found: Containment): CopyEvent {
  return { type: 'CopyRetracted', data: { originalArticleId, reason, evidence: evidenceOf(found), matcher: MATCHER } }
}

function evidenceOf({ ofA, ofB, shared, pairs }: Containment): string {
  return `${shared} of ${pairs} word pairs outside quotations stand in the original (${percent(ofA)} by weight; ${percent(ofB)} of the original)`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
