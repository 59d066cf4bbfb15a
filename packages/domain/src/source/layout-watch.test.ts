import { describe, expect, test } from 'vitest'
import { type LayoutReading, type LayoutWatch, newLayoutWatch, watchLayout } from './layout-watch.ts'

/** Lengths of a lively outlet: briefs, reports, long reads. */
const LENGTHS = [900, 2_400, 3_100, 1_800, 5_200, 2_700, 1_200, 3_900, 2_200, 8_000, 1_500]
const usual = (index: number): LayoutReading => ({
  chars: LENGTHS[index % LENGTHS.length]!,
  missing: index % 7 === 0 ? ['authors'] : [],
})

function run(readings: readonly LayoutReading[], from: LayoutWatch = newLayoutWatch()) {
  let watch = from
  const changes: { at: number; kind: string; names: string[] }[] = []
  for (const [at, reading] of readings.entries()) {
    const step = watchLayout(watch, reading)
    watch = step.watch
    if (step.change !== null)
      changes.push({ at, kind: step.change.kind, names: step.change.measures.map(({ name }) => name) })
  }
  return { watch, changes }
}

const pages = (count: number, page: (index: number) => LayoutReading) =>
  Array.from({ length: count }, (_, index) => page(index))
const healthy = run(pages(100, usual))

describe('no alarm', () => {
  test.for<[string, LayoutReading[]]>([
    ['while all is as usual', pages(500, usual)],
    ['for a new host that gives nothing', pages(100, () => ({ chars: 0, missing: ['text', 'title', 'authors'] }))],
    [
      'for a host that never had authors',
      pages(200, (index) => ({ chars: LENGTHS[index % 11]!, missing: ['authors'] })),
    ],
    [
      'for four bad pages in a row',
      [...pages(100, usual), ...pages(4, () => ({ chars: 0, missing: ['text'] })), ...pages(50, usual)],
    ],
    ['for a day of briefs', [...pages(100, usual), ...pages(20, () => ({ chars: 1_300, missing: [] }))]],
  ])('%s', ([, readings]) => expect(run(readings).changes).toEqual([]))
})

describe('an alarm', () => {
  test.for<[string, LayoutReading, string]>([
    ['when the text is no longer found', { chars: 0, missing: ['text'] }, 'text'],
    ['when only the first paragraph is', { chars: 260, missing: [] }, 'length'],
    ['when the authors are gone', { chars: 2_500, missing: ['authors'] }, 'authors'],
    ['when the dates are gone', { chars: 2_500, missing: ['publishedAt'] }, 'publishedAt'],
  ])('%s, once', ([, broken, name]) => {
    const { changes } = run(
      pages(40, () => broken),
      healthy.watch,
    )
    expect(changes.map(({ kind }) => kind)).toEqual(['drifted'])
    expect(changes[0]!.names).toContain(name)
    expect(changes[0]!.at).toBeLessThan(10)
  })

  test('ends when the pages are well again, and not before', () => {
    const broken = run(
      pages(40, () => ({ chars: 0, missing: ['text'] })),
      healthy.watch,
    )
    const half = run(
      pages(30, (index) => (index % 2 === 0 ? usual(index) : { chars: 0, missing: ['text'] })),
      broken.watch,
    )
    expect(half.changes).toEqual([])
    const mended = run(pages(30, usual), half.watch)
    expect(mended.changes.map(({ kind }) => kind)).toEqual(['recovered'])
    expect(run(pages(100, usual), mended.watch).changes).toEqual([])
  })

  test('remembers no more than it needs', () => {
    const { watch } = run(pages(2_000, usual))
    expect(watch.history.length + watch.window.length).toBeLessThanOrEqual(160)
  })
})
