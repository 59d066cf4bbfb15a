import { existsSync, readFileSync } from 'node:fs'
import { type Copy, createGrouper, provenanceOf, type StoryDocument } from '@dateline/classification'
import { describe, expect, test } from 'vitest'

// Five real pages on one event, read by hand. They are not part of the project: where they are absent, this is not tested.
const truthFile = new URL('../../../shared/seeds/truth.json', import.meta.url)

type Truth = {
  seeds: Record<
    string,
    {
      title: { value: string }
      standfirst: { value: string } | null
      published: { value: string | null }
      agency: { id: string | null; basis: string }
      blocks: { text: string }[]
    }
  >
}

function documents(): StoryDocument[] {
  const { seeds } = JSON.parse(readFileSync(truthFile, 'utf8')) as Truth
  return Object.entries(seeds).map(([articleId, { title, standfirst, published, agency, blocks }], at) => ({
    articleId,
    position: at + 1,
    title: title.value,
    standfirst: standfirst?.value ?? null,
    text: blocks.map(({ text }) => text).join('\n\n'),
    publishedAt: published.value,
    seenAt: '2022-01-05T12:00:00Z',
    host: null,
    publisher: null,
    agency: agency.id !== null && agency.basis === 'explicit' ? { id: agency.id, basis: 'explicit' } : null,
    language: 'en',
    entities: [],
    topics: [],
  }))
}

function orders<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]))
}

describe.skipIf(!existsSync(truthFile))('the seed pages (../shared/seeds)', () => {
  test.for<[string, Partial<StoryDocument>]>([
    ['', {}],
    [' when nobody says when they were captured', { seenAt: '2031-11-22T07:00:00Z', isUndated: true }],
  ])(
    'are one story of two wires and one other text, in whatever order they arrive%s',
    { timeout: 240_000 },
    ([, capture]) => {
      const all = orders(documents().map((document) => ({ ...document, ...capture })))
      expect(all).toHaveLength(120)
      for (const order of all) {
        const grouper = createGrouper()
        for (const document of order) grouper.observe(document, `cause-${document.articleId}`)
        expect(new Set(order.map(({ articleId }) => grouper.storyOf(articleId))).size).toBe(1)
        const family = (id: string) => grouper.originalOf(id) ?? id
        expect(family('000')).toBe(family('002'))
        expect(family('001')).toBe(family('004'))
        expect(new Set(['000', '001', '003'].map(family)).size).toBe(3)
      }
    },
  )

  test('have a provenance: two wires and one unknown text, and an agency is inferred only where none is credited', () => {
    const all = documents()
    const grouper = createGrouper()
    const copies = new Map<string, Copy>()
    for (const document of all) {
      for (const { stream, event } of grouper.observe(document, `cause-${document.articleId}`)) {
        if (event.type === 'CopyDetected') copies.set(stream, event.data)
      }
    }
    const { summary, families } = provenanceOf(all, copies)
    expect(summary).toBe('5 pages = 2 wires + 1 unknown')
    const membersOf = families.map(({ members }) =>
      members
        .map(({ articleId }) => articleId)
        .sort()
        .join(' '),
    )
    expect(membersOf.toSorted()).toEqual(['000 002', '001 004', '003'])
    for (const { members, because } of families) {
      expect(because === null).toBe(members.length === 1)
      for (const { articleId, agency, changes, copy } of members) {
        const own = all.find((document) => document.articleId === articleId)!.agency
        if (own !== null) expect(agency).toMatchObject({ id: own.id, basis: own.basis })
        else if (agency !== null) expect(agency).toMatchObject({ basis: 'inferred', evidence: expect.any(String) })
        expect(changes === null).toBe(copy === null)
      }
    }
  })
})
