/** Which story each article is in: article → story. */
export type Groups = ReadonlyMap<string, string>

export type GroupingComparison = {
  readonly articles: number
  readonly storiesBefore: number
  readonly storiesAfter: number
  /** B-cubed F1 of the new against the old: 1 is the same grouping (Bagga and Baldwin, 1998). */
  readonly b3: number
  /** F1 over pairs of articles that are together. */
  readonly pairF1: number
  /** Articles that would not be with the same others. */
  readonly articlesChanged: number
  /** Pairs that would part, and that would come together: examples, at most one an article. */
  readonly apart: readonly (readonly [string, string])[]
  readonly together: readonly (readonly [string, string])[]
}

/** Compares two groupings of the same articles; those that only one of them has are left out. Pure, whatever the order. */
export function compareGroupings(before: Groups, after: Groups, examplesMax: number): GroupingComparison {
  const articles = [...before.keys()].filter((article) => after.has(article)).sort()
  const cells = new Map<string, string[]>()
  const old = groupsOf(articles, before)
  const now = groupsOf(articles, after)
  for (const article of articles) {
    const cell = `${before.get(article)} ${after.get(article)}`
    cells.set(cell, [...(cells.get(cell) ?? []), article])
  }
  let precision = 0
  let recall = 0
  let bothPairs = 0
  const changed: string[] = []
  for (const members of cells.values()) {
    const [first] = members as [string, ...string[]]
    const [inOld, inNow] = [old.get(before.get(first)!)!.length, now.get(after.get(first)!)!.length]
    precision += members.length ** 2 / inNow
    recall += members.length ** 2 / inOld
    bothPairs += pairs(members.length)
    if (inOld !== members.length || inNow !== members.length) changed.push(...members)
  }
  const count = Math.max(articles.length, 1)
  const sum = (groups: ReadonlyMap<string, readonly string[]>) =>
    [...groups.values()].reduce((total, { length }) => total + pairs(length), 0)
  const [oldPairs, newPairs] = [sum(old), sum(now)]
  return {
    articles: articles.length,
    storiesBefore: old.size,
    storiesAfter: now.size,
    b3: round(f1(precision / count, recall / count)),
    pairF1: oldPairs + newPairs === 0 ? 1 : round((2 * bothPairs) / (oldPairs + newPairs)),
    articlesChanged: changed.length,
    apart: examples(old, after, examplesMax),
    together: examples(now, before, examplesMax),
  }
}

function groupsOf(articles: readonly string[], groups: Groups): Map<string, string[]> {
  return Map.groupBy(articles, (article) => groups.get(article)!)
}

/** Of every group that the other grouping divides, its first article with the first that it is parted from. */
function examples(groups: ReadonlyMap<string, readonly string[]>, other: Groups, max: number): [string, string][] {
  const found: [string, string][] = []
  for (const members of groups.values()) {
    const [first] = members as [string, ...string[]]
    const parted = members.find((article) => other.get(article) !== other.get(first))
    if (parted !== undefined) found.push([first, parted])
    if (found.length >= max) break
  }
  return found
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 1 : (2 * precision * recall) / (precision + recall)
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
