/** What `npm run quality` measures, and the figure each must reach. Rules as data: a new measure is one line here. */

/** A suite of cases of other projects' tests; the figure is the share of its core cases that pass. */
export type SuiteMeasure = { suite: string; adapter: string; atLeast: number }

export const SUITES: readonly SuiteMeasure[] = [
  { suite: 'robots', adapter: 'robots', atLeast: 0.999 },
  { suite: 'feeds', adapter: 'feeds', atLeast: 0.95 },
  { suite: 'sitemaps', adapter: 'sitemaps', atLeast: 1 },
  { suite: 'encodings', adapter: 'encodings', atLeast: 0.99 },
  { suite: 'urls', adapter: 'urls', atLeast: 0.95 },
  { suite: 'ssrf', adapter: 'ssrf', atLeast: 1 },
  { suite: 'dates', adapter: 'dates', atLeast: 0.85 },
  { suite: 'dates-html', adapter: 'dates', atLeast: 0.9 },
  { suite: 'sanitize', adapter: 'sanitize', atLeast: 1 },
]

/** Pages with truth; `path` leads to a figure in the scorer's answer for the set. */
export type PageMeasure = { set: string; path: string; atLeast: number | null }

export const PAGES: readonly PageMeasure[] = [
  { set: 'scrapinghub', path: 'body.f1', atLeast: 0.975 },
  { set: 'fundus-eval', path: 'body.f1', atLeast: 0.975 },
  { set: 'fundus', path: 'body.f1', atLeast: 0.96 },
  { set: 'fundus', path: 'title.exact', atLeast: 0.9 },
  { set: 'fundus', path: 'author.f1', atLeast: 0.9 },
  { set: 'fundus', path: 'date.accuracy', atLeast: 0.985 },
  { set: 'wcxb-article', path: 'body.f1', atLeast: 0.945 },
  { set: 'wcxb-article', path: 'author.f1', atLeast: 0.78 },
  { set: 'wcxb-article', path: 'date.accuracy', atLeast: 0.92 },
  { set: 'trafilatura', path: 'segments.f1', atLeast: 0.93 },
  { set: 'postlight', path: 'author.f1', atLeast: 0.8 },
  { set: 'htmldate', path: 'date.accuracy', atLeast: 0.93 },
  { set: 'htmldate', path: 'date.precision', atLeast: 0.97 },
]

/** Texts with labels; `path` leads to a figure in the scorer's answer. */
export type TextMeasure = {
  task: string
  set: string
  adapter: string
  path: string
  atLeast: number | null
  /** What must be known to read the figure. */
  note?: string
}

const IN_SAMPLE = 'in sample: trained on these; npm run train prints the cross-validated figure'

export const TEXTS: readonly TextMeasure[] = [
  { task: 'story', set: 'fnc-dense', adapter: 'stories', path: 'b3.f1', atLeast: 0.97 },
  { task: 'story', set: 'fnc-dense', adapter: 'stories', path: 'pair.f1', atLeast: 0.96 },
  { task: 'story', set: 'fnc-dense', adapter: 'stories', path: 'ari', atLeast: 0.96 },
  { task: 'story', set: 'ecb', adapter: 'stories', path: 'b3.f1', atLeast: 0.965 },
  { task: 'story', set: 'uci', adapter: 'stories', path: 'b3.f1', atLeast: 0.87 },
  { task: 'dup', set: 'wire', adapter: 'copies', path: 'pair.f1', atLeast: 0.975 },
  { task: 'dup', set: 'wire', adapter: 'copies', path: 'pair.p', atLeast: 0.99 },
  { task: 'topic', set: 'bbc', adapter: 'topics', path: 'accuracy', atLeast: 0.985 },
  { task: 'topic', set: 'r8', adapter: 'topics', path: 'accuracy', atLeast: 0.98 },
  { task: 'topic', set: 'r52', adapter: 'topics', path: 'accuracy', atLeast: 0.96 },
  { task: 'iptc', set: 'all', adapter: 'topics', path: 'macroF1', atLeast: 0.75, note: IN_SAMPLE },
  { task: 'iptc', set: 'all', adapter: 'topics', path: 'within', atLeast: 0.88, note: IN_SAMPLE },
  // masakha names its languages by ISO 639-3, and all of tg is for training: this set stands for texts.
  { task: 'language', set: 'bbc', adapter: 'language', path: 'accuracy', atLeast: 0.995 },
]

/** One line of the table. `figure` null: not measured, and `note` says why. */
export type Row = { group: string; measure: string; figure: number | null; atLeast: number | null; note: string }

/** "b3.f1" of {b3: {f1: 0.9}}; null where there is none. */
export function figureAt(answer: unknown, path: string): number | null {
  let value: unknown = answer
  for (const key of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[key]
  return typeof value === 'number' ? value : null
}
