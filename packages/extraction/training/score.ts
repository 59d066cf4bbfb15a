import type { LabelledPage } from './labelled-pages.ts'

const grams = (text: string) => {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let i = 0; i < Math.max(tokens.length === 0 ? 0 : 1, tokens.length - 3); i += 1) {
    const run = tokens.slice(i, i + 4).join(' ')
    counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

/** Body F1 a set (4-grams; segments where truth is segments) when blocks above the threshold are kept. */
export function score(
  pages: readonly LabelledPage[],
  scores: ReadonlyMap<LabelledPage, Float32Array>,
  threshold: number,
) {
  const sets = new Map<string, { p: number[]; r: number[]; tp: number; fp: number; fn: number }>()
  for (const labelled of pages) {
    const { truth, dataset } = labelled.page
    const set = sets.get(dataset) ?? { p: [], r: [], tp: 0, fp: 0, fn: 0 }
    sets.set(dataset, set)
    const mine = scores.get(labelled)!
    const text = labelled.blocks
      .filter((_, i) => mine[i]! > threshold)
      .map((block) => block.text)
      .join('\n')
    if (truth.text) {
      const [want, have] = [grams(truth.text), grams(text)]
      let [tp, fp, fn] = [0, 0, 0]
      for (const [run, times] of have) {
        tp += Math.min(times, want.get(run) ?? 0)
        fp += Math.max(0, times - (want.get(run) ?? 0))
      }
      for (const [run, times] of want) fn += Math.max(0, times - (have.get(run) ?? 0))
      if (tp + fp > 0) set.p.push(tp / (tp + fp))
      if (tp + fn > 0) set.r.push(tp / (tp + fn))
    } else if (truth.with?.length && truth.without?.length) {
      const flat = text.replace(/\s+/g, ' ')
      const inside = (list: readonly string[]) =>
        list.filter((segment) => flat.includes(segment.replace(/\s+/g, ' ').trim())).length
      const good = inside(truth.with)
      set.tp += good
      set.fn += truth.with.length - good
      set.fp += inside(truth.without)
    }
  }
  const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length
  return Object.fromEntries(
    [...sets].map(([name, { p, r, tp, fp, fn }]) => {
      const f1 = p.length > 0 ? (2 * mean(p) * mean(r)) / (mean(p) + mean(r)) : (2 * tp) / (2 * tp + fp + fn)
      return [name, `${f1.toFixed(4)}${p.length > 0 ? ` (${mean(p).toFixed(3)} ${mean(r).toFixed(3)})` : ''}`]
    }),
  )
}
