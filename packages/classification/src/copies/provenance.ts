import { type Copy, dayOf, type StoryDocument } from '../stories/document.ts'
import { compareTexts, type TextChanges } from './compare-texts.ts'
import { type FurtherOrigin, furtherOriginsOf, sequencesOf } from './further-origins.ts'
import { createPairWeights } from './pair-weights.ts'

/** One article of a story, and whose text it carries. */
export type ProvenanceMember = {
  readonly articleId: string
  /** Null: the text is its own, or the canonical one of its family. */
  readonly copy: {
    readonly kind: Copy['kind']
    readonly containment: number
    readonly evidence: string
    /** The person who says so, and why; null: the texts do. */
    readonly statedBy: { readonly actor: string; readonly reason: string } | null
    /** Canonical texts of other families that it carries a part of as well, the greatest first. */
    readonly alsoOf: readonly (FurtherOrigin & { readonly agency: string | null })[]
  } | null
  /** As credited on the page, or inferred from the family's text; null: not known. Never guessed for a single page. */
  readonly agency: {
    readonly id: string
    readonly basis: 'explicit' | 'derived' | 'inferred'
    readonly evidence: string
  } | null
  /** Against the canonical item; null for the item itself. */
  readonly changes: TextChanges | null
}

/** Articles that carry one text: one origin, however many pages. */
export type OriginFamily = {
  readonly canonicalArticleId: string
  /** wire: an agency is credited; shared: several pages, nobody credited; unknown: a single page that credits nobody. */
  readonly kind: 'wire' | 'shared' | 'unknown'
  readonly agency: string | null
  /** Why the others are copies of the canonical item, and not it of one of them; null: there are no others. */
  readonly because: string | null
  readonly members: readonly ProvenanceMember[]
}

/** Who carries whose text in one story. */
export type Provenance = {
  readonly pages: number
  readonly origins: number
  /** "5 pages = 2 wires + 1 unknown" */
  readonly summary: string
  readonly families: readonly OriginFamily[]
}

/** Copies compared sentence by sentence for one story, if nothing else is wanted; of the others the shares are known. */
const COMPARED_MAX = 200

/**
 * Provenance of one story.
 *
 * @param documents its articles; @param copies what is recorded of those that are copies, by article.
 * Copies of an article outside the story make a family of their own. An agency inferred from the text is `inferred`,
 * says from which article, and never takes the place of one that the page credits.
 */
export function provenanceOf(
  documents: readonly StoryDocument[],
  copies: ReadonlyMap<string, Copy>,
  comparedMax = COMPARED_MAX,
): Provenance {
  const byId = new Map(documents.map((document) => [document.articleId, document]))
  const families = Map.groupBy(documents, ({ articleId }) => copies.get(articleId)?.originalArticleId ?? articleId)
  const canonicals = [...families.keys()].flatMap((articleId) => byId.get(articleId) ?? [])
  const weights = createPairWeights()
  const compare = { weights, sequenceOf: sequencesOf(weights) }
  const found: OriginFamily[] = []
  let compared = 0
  for (const [canonicalArticleId, members] of families) {
    const canonical = byId.get(canonicalArticleId) ?? null
    const credited = creditOf(canonical, members)
    const others = canonicals.filter((other) => other !== canonical)
    const described = members.map((document) => {
      const copy = copies.get(document.articleId) ?? null
      const isCompared = copy !== null && canonical !== null && compared++ < comparedMax
      return {
        articleId: document.articleId,
        copy: copy && {
          ...{ kind: copy.kind, containment: copy.containment, evidence: copy.evidence },
          statedBy: copy.actor === undefined ? null : { actor: copy.actor, reason: copy.reason ?? '' },
          alsoOf: isCompared
            ? furtherOriginsOf(compare, document, canonical, others).map((origin) => ({
                ...origin,
                agency: creditOf(byId.get(origin.articleId)!, families.get(origin.articleId)!)?.id ?? null,
              }))
            : [],
        },
        agency: agencyOf(document, credited, copy),
        changes: isCompared ? compareTexts(canonical.text, document.text, document.language) : null,
      }
    })
    const kind = credited !== null ? 'wire' : members.length > 1 ? 'shared' : 'unknown'
    const because = members.length > 1 ? directionOf(canonical, members) : null
    found.push({ canonicalArticleId, kind, agency: credited?.id ?? null, because, members: described })
  }
  found.sort((a, b) => b.members.length - a.members.length || (a.canonicalArticleId < b.canonicalArticleId ? -1 : 1))
  return {
    pages: documents.length,
    origins: found.length,
    summary: summaryOf(documents.length, found),
    families: found,
  }
}

/** Which of the rules by which a canonical item is chosen tells it from its copies. */
function directionOf(canonical: StoryDocument | null, members: readonly StoryDocument[]): string {
  if (canonical === null) return 'the text they carry stands outside this story'
  const others = members.filter((member) => member !== canonical)
  const isCredited = ({ agency }: StoryDocument) => agency?.basis === 'explicit'
  if (isCredited(canonical) && !others.some(isCredited)) return `it alone credits ${canonical.agency!.id}`
  const day = dayOf(canonical)
  if (others.every((other) => Math.floor(dayOf(other)) > Math.floor(day))) return 'it was published first'
  if (others.every(({ text }) => text.length <= canonical.text.length)) return 'it is the fullest text of its day'
  return others.every((other) => dayOf(other) >= day) ? 'it was published first' : 'it was the first to be known'
}

type Credit = { readonly id: string; readonly articleId: string }

/** The agency that pages of a family credit; null where none does, or where they credit different ones. */
function creditOf(canonical: StoryDocument | null, members: readonly StoryDocument[]): Credit | null {
  const all = canonical === null ? members : [canonical, ...members.filter((member) => member !== canonical)]
  const credits = all.filter(({ agency }) => agency !== null && agency.basis !== 'inferred')
  const ids = new Set(credits.map(({ agency }) => agency!.id))
  const [first] = credits
  return ids.size === 1 ? { id: first!.agency!.id, articleId: first!.articleId } : null
}

function agencyOf(
  { articleId, agency }: StoryDocument,
  credited: Credit | null,
  copy: Copy | null,
): ProvenanceMember['agency'] {
  if (agency !== null && agency.basis !== 'inferred') return { ...agency, evidence: 'credited on the page' }
  if (credited === null || credited.articleId === articleId) return null
  const share =
    copy === null
      ? 'its text is carried by'
      : `${Math.round(copy.containment * 100)} % of its text stands in the family of`
  return {
    id: credited.id,
    basis: 'inferred',
    evidence: `${share} ${credited.articleId}, which credits ${credited.id}`,
  }
}

function summaryOf(pages: number, families: readonly OriginFamily[]): string {
  const counts = (['wire', 'shared', 'unknown'] as const).map((kind) => {
    const count = families.filter((family) => family.kind === kind).length
    const name =
      kind === 'wire'
        ? count === 1
          ? 'wire'
          : 'wires'
        : kind === 'shared'
          ? count === 1
            ? 'shared text'
            : 'shared texts'
          : 'unknown'
    return count === 0 ? null : `${count} ${name}`
  })
  return `${pages} ${pages === 1 ? 'page' : 'pages'} = ${counts.filter((count) => count !== null).join(' + ')}`
}
