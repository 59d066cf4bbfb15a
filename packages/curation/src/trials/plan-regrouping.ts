import type { Groups } from './compare-groupings.ts'

/** How stories become those of another grouping, with as few moves as their ids allow. */
export type Regrouping = {
  /** Stories that are new: their articles, the first of which founds them. */
  readonly opened: readonly (readonly string[])[]
  /** article → story it moves to, for stories that are there already. */
  readonly moves: ReadonlyMap<string, string>
  /** Stories that end, and the one that took most of their articles. */
  readonly ended: ReadonlyMap<string, string>
}

/**
 * Each story of the new grouping goes on under the id of the old story it has most in common with; ties go to the smaller id.
 *
 * @param pinned articles that a person has placed: they stay.
 */
export function planRegrouping(before: Groups, after: Groups, pinned: ReadonlySet<string>): Regrouping {
  const articles = [...after.keys()].filter((article) => before.has(article) && !pinned.has(article)).sort()
  const wanted = [...Map.groupBy(articles, (article) => after.get(article)!).values()]
  wanted.sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1))
  const claimed = new Set<string>()
  const opened: string[][] = []
  const moves = new Map<string, string>()
  for (const members of wanted) {
    const target = mostCommon(members.map((article) => before.get(article)!).filter((story) => !claimed.has(story)))
    if (target === null) {
      opened.push(members)
      continue
    }
    claimed.add(target)
    for (const article of members) if (before.get(article) !== target) moves.set(article, target)
  }
  return { opened, moves, ended: endedStories(before, opened, moves) }
}

/** Stories that lose all their articles to stories that are there already; one that dissolves into new ones just empties. */
function endedStories(
  before: Groups,
  opened: readonly (readonly string[])[],
  moves: ReadonlyMap<string, string>,
): Map<string, string> {
  const leaving = new Set(opened.flat())
  const heirs = new Map<string, string[] | null>()
  for (const [article, story] of before) {
    const to = moves.get(article)
    if (to === undefined && !leaving.has(article)) heirs.set(story, null)
    else if (heirs.get(story) !== null && to !== undefined) heirs.set(story, [...(heirs.get(story) ?? []), to])
  }
  const ended = new Map<string, string>()
  for (const [story, candidates] of heirs) {
    const heir = candidates === null ? null : mostCommon(candidates)
    if (heir !== null) ended.set(story, heir)
  }
  return ended
}

function mostCommon(names: readonly string[]): string | null {
  const counts = [...Map.groupBy(names, (name) => name)].map(([name, all]) => ({ name, count: all.length }))
  counts.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  return counts[0]?.name ?? null
}
