import { describe, expect, test } from 'vitest'
import type { StoryDocument } from '../stories/document.ts'
import { createGrouper } from '../stories/grouper.ts'
import { byAgency, OTHER, page, QUOTE, WIRE } from './sample-pages.ts'

function originals(pages: readonly StoryDocument[]): Record<string, string | null> {
  const grouper = createGrouper()
  for (const document of pages) grouper.observe(document, document.articleId)
  return Object.fromEntries(pages.map(({ articleId }) => [articleId, grouper.originalOf(articleId)]))
}

const shortened = WIRE.split('\n\n').slice(0, 3).join('\n\n')

describe('direction', () => {
  test('by time: what was printed later is the copy, also where it was fetched first', () => {
    const early = page('early', WIRE, { publishedAt: '2031-03-04T08:00:00Z' })
    const late = page('late', WIRE, { publishedAt: '2031-03-04T15:00:00Z' })
    expect(originals([early, late])).toEqual({ early: null, late: 'early' })
    expect(originals([late, early])).toEqual({ early: null, late: 'early' })
  })

  test('by credit: of one text the page that credits the agency is the original', () => {
    const wire = page('wire', WIRE, byAgency)
    const without = page('without', WIRE)
    expect(originals([wire, without])).toEqual({ wire: null, without: 'wire' })
    expect(originals([without, wire])).toEqual({ wire: null, without: 'wire' })
  })
})

const QUARTER = (
  numbers: readonly string[],
  rest: string,
) => `The truck maker Brennick earned ${rest} than analysts had expected in the ${numbers[0]} quarter. Net profit moved by ${numbers[1]} percent to ${numbers[2]} million crowns, the company said on Wednesday. Sales came to ${numbers[3]} billion.

Chief executive Mara Lindqvist said that orders had been ${rest} than a year before. Brennick's board will meet on ${numbers[4]}.

The shares moved by ${numbers[5]} percent in Corvane.`

test('a report by the pattern of an earlier one, with other numbers on another day, is no copy', () => {
  const first = page('first', QUARTER(['fourth', '14', '312', '2.9', 'February 11', '5'], 'more'))
  const numbers = ['first', '22', '198', '2.3', 'May 17', '9']
  const later = { publishedAt: '2031-06-04T12:00:00Z', seenAt: '2031-06-04T18:00:00Z' }
  const second = page('second', QUARTER(numbers, 'less'), later)
  expect(originals([first, second])).toEqual({ first: null, second: null })
  expect(originals([second, first])).toEqual({ first: null, second: null })
  const reprint = page('reprint', `${first.text}\n\n${OTHER}`, later)
  expect(originals([first, reprint])).toEqual({ first: null, reprint: 'first' })
})

test('a report that repeats the background of one of weeks before is no copy, and one of the next day is', () => {
  const text = `${OTHER}\n\n${WIRE.split('\n\n').slice(1, 3).join('\n\n')}\n\n${OTHER.replaceAll(/[aeiou]/g, 'o')}`
  const first = page('first', WIRE)
  const days = (day: string) => ({ publishedAt: `2031-${day}T12:00:00Z`, seenAt: `2031-${day}T18:00:00Z` })
  expect(originals([first, page('next', text, days('03-05'))])).toEqual({ first: null, next: 'first' })
  expect(originals([first, page('weeks', text, days('03-25'))])).toEqual({ first: null, weeks: null })
})

test('the copy of a copy is a copy of the original, in any order: no chains', () => {
  const wire = page('wire', WIRE, byAgency)
  const edited = page('edited', `${WIRE}\n\n${OTHER}`, { publishedAt: '2031-03-04T13:00:00Z' })
  const again = page('again', shortened, { publishedAt: '2031-03-04T16:00:00Z' })
  const expected = { wire: null, edited: 'wire', again: 'wire' }
  expect(originals([wire, edited, again])).toEqual(expected)
  expect(originals([edited, again, wire])).toEqual(expected)
  expect(originals([again, edited, wire])).toEqual(expected)
})

test('a quotation that two reports have in common makes no copy', () => {
  const one = page('one', `${OTHER}\n\n${QUOTE}\n\n${QUOTE.replace('nothing', 'little')}`)
  const two = page('two', `${shortened}\n\n${QUOTE}\n\n${QUOTE.replace('nothing', 'little')}`)
  expect(originals([one, two])).toEqual({ one: null, two: null })
})
