import { describe, expect, test } from 'vitest'
import type { StoryDocument } from '../stories/document.ts'
import { createGrouper } from '../stories/grouper.ts'
import { FURNITURE, type FurnitureCase } from './sample-furniture.ts'
import { LATER_FURNITURE } from './sample-later-furniture.ts'
import { NOTICES } from './sample-notices.ts'
import { page, WIRE } from './sample-pages.ts'

const on = (host: string, day = 4): Partial<StoryDocument> => {
  const date = `2031-05-${String(day).padStart(2, '0')}`
  return { host, publishedAt: `${date}T12:00:00Z`, seenAt: `${date}T18:00:00Z`, title: 'Of that day' }
}

function originals(pages: readonly StoryDocument[]): (string | null)[] {
  const grouper = createGrouper()
  for (const document of pages) grouper.observe(document, document.articleId)
  return pages.map(({ articleId }) => grouper.originalOf(articleId))
}

const withShared = ({ shared, opens }: FurnitureCase, own: string) =>
  opens ? `${shared}\n\n${own}` : `${own}\n\n${shared}`

describe.for([...FURNITURE, ...NOTICES, ...LATER_FURNITURE])('$language: $name', (sample) => {
  const { language, one, two, isOneSite, days = 0 } = sample
  const first = page('first', withShared(sample, one), { language, ...on('first.example') })
  const second = page('second', withShared(sample, two), {
    language,
    ...on(isOneSite ? 'first.example' : 'second.example', 4 + days),
  })

  test('makes no copy of two reports', () => {
    expect(originals([first, second])).toEqual([null, null])
    expect(originals([second, first])).toEqual([null, null])
  })

  const paragraphs = one.split('\n\n')
  const foreign = two.split('\n\n')[0]!
  test.for([
    { copied: 'without its last paragraph', text: withShared(sample, paragraphs.slice(0, -1).join('\n\n')) },
    { copied: 'under a lead of its own', text: `${foreign}\n\n${withShared(sample, one)}` },
    { copied: 'without the shared part', text: one },
    {
      copied: 'in part, among other things',
      text: withShared(sample, [foreign, ...paragraphs.slice(0, 2)].join('\n\n')),
    },
  ])('and takes none from a copy $copied', ({ text }) => {
    const copy = page('copy', text, { language, ...on('third.example') })
    expect(originals([first, copy])).toEqual([null, 'first'])
  })
})

const BACKGROUND = `The dam was built in 1931 to keep the mills of the valley in work, and was raised by four metres after the war. It holds eleven million cubic metres of water when it is full, and feeds the taps of Caldmere, Merrin and forty villages between them.`

const FOLLOW_UPS = [
  WIRE,
  `Divers went down to the gates of the reservoir on Wednesday with lamps and hammers, and found the sill cracked from end to end.

They knocked on the iron and listened. A second team will bring a camera that can see through silt, the waterworks said.

Nobody in the valley slept much, and the baker opened at three.`,
  `Schools in the valley gave lessons in barns on Thursday, and the children wrote letters to those who had lost their houses.

A teacher said that the youngest drew boats. The county has found desks in a prison that closed in the autumn.

Parents ask for a bus that goes round by the upper road.`,
  `A lawyer for the millers announced on Friday that he would sue the county for not having lowered the water in time.

He has the letters of two engineers who warned of the rain a week before. The county answered that it had followed the rules to the letter.

A judge may hear both sides within the month.`,
].map((text) => `${text}\n\n${BACKGROUND}`)

test('background that a site repeats in each follow-up makes none a copy, and a copy of one of them is a copy of that', () => {
  const pages = FOLLOW_UPS.map((text, day) => page(`day-${day}`, text, on('valley.example', 4 + day)))
  const copy = page('copy', FOLLOW_UPS[2]!, on('elsewhere.example', 6))
  expect(originals([...pages, copy])).toEqual([null, null, null, null, 'day-2'])
})

const RESULTS = FURNITURE.find(({ name, language }) => name === 'results of the matchday' && language === 'en')!.shared
const ROUND = `All matches of the eleventh round were played on Saturday under a low sun, and three of them ended with ten men on the one side or the other. The leaders drop points at home for the first time since the spring, and nobody profits from it.`

test.for([
  { name: 'the same list under the same words', text: `${ROUND}\n\n${RESULTS}`, copyOf: 'results' },
  { name: 'a list that is all the page has', text: RESULTS, original: RESULTS, copyOf: 'results' },
])('is a copy: $name', ({ text, original, copyOf }) => {
  const results = page('results', original ?? `${ROUND}\n\n${RESULTS}`, on('one.example'))
  expect(originals([results, page('two', text, on('two.example'))])).toEqual([null, copyOf])
})

test('a copy that says something else from now on, and keeps the foot alone, is none any more', () => {
  const [wire = '', second = ''] = FOLLOW_UPS
  const grouper = createGrouper()
  grouper.observe(page('wire', wire, on('valley.example')), 'one')
  grouper.observe(page('copy', wire, on('elsewhere.example')), 'two')
  expect(grouper.originalOf('copy')).toBe('wire')
  const [taken] = grouper.observe({ ...page('copy', second, on('elsewhere.example')), isRevision: true }, 'three')
  expect(taken?.event).toMatchObject({ type: 'CopyRetracted', data: { originalArticleId: 'wire' } })
})
