import { expect, test } from 'vitest'
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
