import { expect, test } from 'vitest'
import type { StoryDocument } from './document.ts'
import { timelineOf } from './timeline.ts'

const report = (articleId: string, day: string, title: string, ...paragraphs: string[]): StoryDocument => ({
  ...{ articleId, position: 1, title, standfirst: null, text: paragraphs.join('\n\n'), publishedAt: day },
  ...{
    seenAt: `${day}T12:00:00Z`,
    host: null,
    publisher: null,
    agency: null,
    language: 'en',
    entities: [],
    topics: [],
  },
})

test('a day is told by what its report begins with, not by an aside of new words', () => {
  const lead =
    'Investigators of the collapse of the Kelmouth railway bridge asked the railway company Anselbahn on Wednesday for a letter.'
  const entries = timelineOf([
    report(
      'collapse',
      '2031-05-05',
      'Railway bridge collapses at Kelmouth, three hurt',
      'The railway bridge over the river Ansel at Kelmouth fell into the water early on Monday, and three people were hurt.',
      'Investigators asked the railway company Anselbahn for its papers after the collapse of the bridge.',
    ),
    report(
      'inquiry',
      '2031-05-07',
      'Kelmouth bridge inquiry turns to unanswered letter',
      lead,
      'Three people were hurt; the driver, Arvid Nystrom, has left the infirmary on crutches.',
    ),
  ])
  expect(entries.map(({ day, articleId, sentence }) => [day, articleId, sentence])).toEqual([
    ['2031-05-05', 'collapse', expect.stringContaining('fell into the water')],
    ['2031-05-07', 'inquiry', lead],
  ])
})
