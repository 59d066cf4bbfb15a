import { resolve } from 'node:path'
import type { Field } from '../../packages/domain/src/index.ts'
import { localDay } from '../../packages/extraction/src/html/machine-date.ts'
import { type PageReading, readPage } from '../../packages/extraction/src/html/read-page.ts'
import { FOLDS, foldOf, readHtml, readPages, type Truth } from '../../packages/extraction/training/labelled-pages.ts'
import type { Row } from './measures.ts'

const SETS = ['fundus', 'wcxb-article', 'trafilatura', 'postlight', 'htmldate']

/** Lower edges of the bands, the highest first. */
const BANDS = [0.95, 0.9, 0.8, 0.7, 0]
/** Fewer values prove nothing about a band. */
const BAND_VALUES_MIN = 30

/** A value, or null where there is none, of a page with truth for it. */
export type Judged = { field: string; confidence: number | null; isRight: boolean; fold: number }

type Metrics = {
  sameTitle: (truth: string, title: string | null) => boolean
  names: (authors: readonly string[]) => Set<string>
  days: (date: string) => Set<string>
}

/** Reads all pages with truth, and compares what each field says of itself with how often it is right. */
export async function measureConfidence(shared: string): Promise<Row[]> {
  const bench = resolve(shared, 'bench/extraction')
  const metrics = (await import(resolve(bench, 'metrics.mjs'))) as Metrics
  const { decodeHtml } = (await import(resolve(bench, 'lib.mjs'))) as { decodeHtml: (bytes: Uint8Array) => string }
  const root = resolve(shared, 'data/pages')
  const judged = readPages(root, SETS).flatMap((page) => {
    const reading = readPage({ html: decodeHtml(readHtml(root, page)), url: page.url, capturedAt: null })
    return judge(reading, page.truth, metrics).map((one) => ({ ...one, fold: foldOf(page) }))
  })
  return confidenceRows(judged)
}

function judge({ extraction }: PageReading, truth: Truth, metrics: Metrics): Omit<Judged, 'fold'>[] {
  const { title, authors, publishedAt } = extraction
  const judged: Omit<Judged, 'fold'>[] = []
  const add = <Value>(field: string, of: Field<Value>, isRight: (value: Value) => boolean) =>
    judged.push(
      'confidence' in of
        ? { field, confidence: of.confidence, isRight: isRight(of.value) }
        : { field, confidence: null, isRight: false },
    )
  if (truth.title) add('title', title, (value) => metrics.sameTitle(truth.title!, value))
  if (truth.author && truth.author.length > 0) {
    const wanted = metrics.names(truth.author)
    add('authors', authors, (people) => metrics.names(people.map(({ name }) => name)).isSubsetOf(wanted))
  }
  if (truth.date) {
    const wanted = metrics.days(truth.date)
    add('publishedAt', publishedAt, (when) =>
      [when.at.slice(0, 10), localDay(when), when.localDay ?? ''].some((day) => wanted.has(day)),
    )
  }
  return judged
}

/**
 * A line a field: the share of pages on which it is right or null. Then one a band of confidence: the share of its values
 * that are right, which must reach the band's lower edge.
 */
export function confidenceRows(judged: readonly Judged[]): Row[] {
  return [...Map.groupBy(judged, ({ field }) => field)].flatMap(([field, pages]) => {
    const given = pages.filter(({ confidence }) => confidence !== null)
    const harmless = share(pages, ({ confidence, isRight }) => isRight || confidence === null)
    const byHosts = Array.from({ length: FOLDS }, (_, fold) =>
      share(
        given.filter((one) => one.fold === fold),
        ({ isRight }) => isRight,
      ),
    ).sort()
    const note = `${pages.length} pages, ${given.length} values; right by fifths of hosts ${byHosts[0]!.toFixed(2)}–${byHosts.at(-1)!.toFixed(2)}`
    return [
      row(`${field} right or null`, harmless, null, note),
      ...BANDS.map((from, i) => {
        const values = given.filter(
          ({ confidence }) => confidence! >= from && confidence! < (BANDS[i - 1] ?? Number.POSITIVE_INFINITY),
        )
        const right = share(values, ({ isRight }) => isRight)
        const atLeast = values.length < BAND_VALUES_MIN ? null : from
        return row(
          `${field} at ${from.toFixed(2)}`,
          values.length === 0 ? null : right,
          atLeast,
          `${values.length} values`,
        )
      }),
    ]
  })
}

const row = (measure: string, figure: number | null, atLeast: number | null, note: string): Row => ({
  group: 'confidence',
  measure,
  figure,
  atLeast,
  note,
})

const share = (list: readonly Judged[], test: (one: Judged) => boolean): number =>
  list.length === 0 ? 0 : list.filter(test).length / list.length
