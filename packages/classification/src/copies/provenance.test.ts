import { expect, test } from 'vitest'
import type { StoryDocument } from '../stories/document.ts'
import { createGrouper } from '../stories/grouper.ts'
import { sampleArticles } from '../stories/sample-articles.ts'
import { compareTexts } from './compare-texts.ts'
import { describeCopy } from './describe-copy.ts'
import { provenanceOf } from './provenance.ts'
import { byAgency, OTHER, page, WIRE } from './sample-pages.ts'

test('counts texts, not pages, and infers an agency without putting it in place of a credit', () => {
  const grouper = createGrouper()
  const copies = new Map()
  for (const document of sampleArticles) {
    for (const { stream, event } of grouper.observe(document, document.articleId)) {
      if (event.type === 'CopyDetected') copies.set(stream, event.data)
    }
  }
  const story = sampleArticles.filter(({ articleId }) => articleId.startsWith('bridge'))
  const { summary, origins, families } = provenanceOf(story, copies)
  expect(summary).toBe('3 pages = 1 wire + 1 unknown')
  expect(origins).toBe(2)
  const agencies = families.flatMap(({ members }) => members.map(({ articleId, agency }) => [articleId, agency?.basis]))
  expect(Object.fromEntries(agencies)).toEqual({
    'bridge-agency': 'explicit',
    'bridge-copy': 'inferred',
    'bridge-own': undefined,
  })
})

const RIVAL = `Water from the Harrow reservoir swept through the lower streets of Caldmere before noon, and left mud up to the sills of four hundred houses.

Fire crews in rubber boats went from window to window. By evening they had brought eighty old people to the hospital in Merrin, most of them only cold.

The county asked the army for pumps. A column of thirty lorries was on its way from Corvane, and should reach the valley during the night.

Trains on the valley line turn round at Wexcombe until further notice, since the embankment is soft for two miles.`

/** The first paragraphs of one, and the last of another. */
const PASTED = `${WIRE.split('\n\n').slice(0, 2).join('\n\n')}\n\n${RIVAL.split('\n\n').slice(1).join('\n\n')}`

const provenanceAfter = (pages: readonly StoryDocument[]) => {
  const grouper = createGrouper()
  const copies = new Map()
  for (const document of pages) {
    for (const { stream, event } of grouper.observe(document, document.articleId)) {
      if (event.type === 'CopyDetected') copies.set(stream, event.data)
    }
  }
  return provenanceOf(pages, copies)
}

const alsoOf = (pages: readonly StoryDocument[], articleId: string) =>
  provenanceAfter(pages)
    .families.flatMap(({ members }) => members)
    .find((member) => member.articleId === articleId)
    ?.copy?.alsoOf.map((also) => [also.articleId, also.agency])

const wireA = page('wire-a', WIRE, byAgency)
const wireB = page('wire-b', RIVAL, { ...byAgency, agency: { id: 'southwire', basis: 'explicit' } })
const pasted = page('pasted', PASTED)

test.for([
  { name: 'after both', pages: [wireA, wireB, pasted] },
  { name: 'between them', pages: [wireB, pasted, wireA] },
  { name: 'before both', pages: [pasted, wireA, wireB] },
])('a page pasted from two wires is a copy of both, if it came $name', ({ pages }) => {
  const { summary, origins, families } = provenanceAfter(pages)
  expect(summary).toBe('3 pages = 2 wires')
  expect(origins).toBe(2)
  const { copy } = families.flatMap(({ members }) => members).find(({ articleId }) => articleId === 'pasted')!
  const family = families.find(({ members }) => members.some(({ articleId }) => articleId === 'pasted'))!
  const other = family.canonicalArticleId === 'wire-a' ? ['wire-b', 'southwire'] : ['wire-a', 'northwire']
  expect(copy!.alsoOf.map(({ articleId, agency }) => [articleId, agency])).toEqual([other])
  expect(copy!.containment + copy!.alsoOf[0]!.containment).toBeGreaterThan(0.9)
})

test('but not of a copy of the second, of a rival report, nor of what came later and credits nobody', () => {
  const later = page('later', RIVAL, { publishedAt: '2031-03-05T12:00:00Z' })
  expect(alsoOf([wireA, wireB, page('copy-b', RIVAL), pasted], 'pasted')).toHaveLength(1)
  expect(alsoOf([wireA, wireB, page('copy-a', WIRE)], 'copy-a')).toEqual([])
  expect(alsoOf([wireA, pasted, later], 'pasted')).toEqual([])
})

test('a text word for word is an exact copy, also where a third has words in common with both', () => {
  const grouper = createGrouper()
  const third = page('third', `${WIRE.split('\n\n')[3]} ${OTHER}`, { publishedAt: '2031-03-04T08:00:00Z' })
  const [wire, copy] = [page('wire', WIRE, byAgency), page('copy', WIRE)]
  const told = [wire, third, copy].flatMap((document) => grouper.observe(document, document.articleId))
  const of = told.find(({ stream, event }) => stream === 'copy' && event.type === 'CopyDetected')
  expect(of?.event.data).toMatchObject({ originalArticleId: 'wire', kind: 'exact', containment: 1 })
  expect(describeCopy(copy, wire)).toMatchObject({ kind: 'exact', containment: 1 })
  expect(describeCopy(third, wire).kind).toBe('reworded')
})

const ORIGINAL = 'Firefighters brought 12 people out of the burning mill in Tarn on Monday. Nobody was hurt.'

test.for([
  {
    name: 'another number',
    copy: 'Firefighters brought 15 people out of the burning mill in Tarn on Monday. Nobody was hurt.',
    altered: [{ kind: 'number', original: ['12'], copy: ['15'] }],
  },
  {
    name: 'another name',
    copy: 'Firefighters brought 12 people out of the burning mill in Velmar on Monday. Nobody was hurt.',
    altered: [{ kind: 'name', original: ['Tarn'], copy: ['Velmar'] }],
  },
  {
    name: 'a negation lost',
    copy: 'Firefighters brought 12 people out of the burning mill in Tarn on Monday. Somebody was hurt.',
    altered: [{ kind: 'negation', original: ['Nobody'], copy: [] }],
  },
  {
    name: 'a number where a date stood',
    copy: 'Firefighters brought 12 people of two families out of the burning mill in Tarn. Nobody was hurt.',
    altered: [],
  },
  { name: 'editing', copy: 'On Monday firefighters brought 12 people out of the burning mill in Tarn.', altered: [] },
])('marks what a copy alters: $name', ({ copy, altered }) => {
  const found = compareTexts(ORIGINAL, copy, 'en')
  expect(found.altered.map(({ kind, original, copy: now }) => ({ kind, original, copy: now }))).toEqual(altered)
})

test.for([
  [
    'de',
    'Die Bank hat den Verkauf der Werft genehmigt.',
    'Die Bank hat den Verkauf der Werft nicht genehmigt.',
    'nicht',
  ],
  ['fr', 'Le port sera fermé lundi matin.', 'Le port ne sera pas fermé lundi matin.', 'ne'],
  ['ru', 'Завод в Тарне закрыли в понедельник.', 'Завод в Тарне не закрыли в понедельник.', 'не'],
] as const)('marks a negation put in: %s', ([language, original, copy, word]) => {
  const { altered } = compareTexts(original, copy, language)
  expect(altered).toMatchObject([{ kind: 'negation', original: [], originalSentence: original, copySentence: copy }])
  expect(altered[0]!.copy).toContain(word)
})
