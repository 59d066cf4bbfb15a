import { describe, expect, test } from 'vitest'
import { createPostings } from './postings.ts'

const LIST_MAX = 6

function found(postings: ReturnType<typeof createPostings>, feature: number): number[] {
  const slots = new Uint32Array(LIST_MAX)
  return [...slots.subarray(0, postings.read(feature, LIST_MAX, slots))]
}

describe('postings', () => {
  test.for([0, 1, 2, 3, 5, 6, 7, 20])('give the newest of %s articles, newest first', (articles) => {
    const postings = createPostings(LIST_MAX, 100)
    for (let slot = 0; slot < articles; slot++) postings.add(7, slot)
    const all = Array.from({ length: articles }, (_, at) => articles - 1 - at)
    expect(found(postings, 7)).toEqual(all.slice(0, LIST_MAX))
    expect(postings.lengthOf(7)).toBe(Math.min(articles, LIST_MAX))
    const slots = new Uint32Array(LIST_MAX)
    expect([...slots.subarray(0, postings.read(7, 2, slots))]).toEqual(all.slice(0, 2))
  })

  test.for([40, 1_000, 10_000])('agree with plain lists, %s articles in the window', (articlesMax) => {
    const postings = createPostings(LIST_MAX, articlesMax)
    const lists = new Map<number, number[]>()
    for (let slot = 0; slot < 5_000; slot++) {
      for (const feature of [0, slot % 7, (slot * 7_919) % 997, 100_000 + slot]) {
        postings.add(feature, slot)
        lists.set(feature, [slot, ...(lists.get(feature) ?? [])].slice(0, LIST_MAX))
      }
    }
    const held = (slots: readonly number[]) => slots.filter((slot) => slot > 4_999 - articlesMax)
    for (const [feature, slots] of lists) expect(held(found(postings, feature))).toEqual(held(slots))
    // What has long left the window is no longer there.
    const kept = [...lists.keys()].filter((feature) => found(postings, feature).length > 0)
    expect(kept.length).toBeLessThan(1_100 + 1.5 * articlesMax)
  })

  // Swept into a small table, so many would take minutes.
  test('sweep out hundreds of thousands of features', () => {
    const postings = createPostings(LIST_MAX, 40_000)
    const featureOf = (place: number) => Math.imul(place, 0x85ebca6b) >>> 0
    for (let place = 0; place < 400_000; place++) postings.add(featureOf(place), Math.floor(place / 5))
    expect(found(postings, featureOf(399_999))).toEqual([79_999])
    expect(found(postings, featureOf(0))).toEqual([])
  })
})
