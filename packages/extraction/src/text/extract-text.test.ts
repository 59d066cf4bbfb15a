import { describe, expect, test } from 'vitest'
import { extractText } from './extract-text.ts'
import { originalUrlOf } from './original-url.ts'

const PARAGRAPHS = [
  'The council of Wendle voted on Monday to keep the old library on Cooper Street open for another five years.',
  'Members had received more than nine hundred letters since January, most of them written by hand.',
  'A new roof will cost about two hundred thousand crowns, according to a report that is due in September.',
]
const read = (lines: readonly string[], capturedAt: string | null = '2024-05-07T12:00:00Z') => {
  const found = extractText({ text: lines.join('\n\n'), capturedAt })
  if (found.verdict !== 'article') throw new Error(`${found.reason}: ${found.evidence}`)
  return found.extraction
}
const TITLE = 'Council votes to keep the library open'

test('a brief report on a wall is none', () => {
  const quoted = 'A program has ticked the box that says “I am not a robot”, researchers in Lirio said on Monday.'
  const rest =
    'The university of Amsel closes the laboratory for a week. Nobody there had expected the program to read the small letters under the picture of the bridge, its head said.'
  expect(read(['Program ticks the box', quoted, rest]).text).toContain(rest)
  expect(read(['Security check', rest, PARAGRAPHS[1]!]).text).toContain(rest)
  const wall = extractText({ text: 'Security check\n\nConfirm that you are not a robot to go on.', capturedAt: null })
  expect(wall).toMatchObject({ verdict: 'rejected', reason: 'bot-wall' })
})

describe('what the page does not say is null, with the reason', () => {
  test('a title and three paragraphs', () => {
    const extraction = read([TITLE, ...PARAGRAPHS])
    expect(extraction.title.value).toBe(TITLE)
    expect(extraction.text).toBe(PARAGRAPHS.join('\n\n'))
    for (const field of [
      'byline',
      'authors',
      'agency',
      'publisher',
      'publishedAt',
      'modifiedAt',
      'standfirst',
      'dateline',
    ] as const) {
      expect(extraction[field], field).toEqual({ value: null, reason: expect.any(String) })
    }
  })

  test('the agency of a picture is not the agency of the text', () => {
    const extraction = read([TITLE, 'The library in May (AP Photo/Jane Roe)', ...PARAGRAPHS])
    expect(extraction.agency.value).toBeNull()
    expect(extraction.images).toEqual([{ url: null, caption: 'The library in May', credit: 'AP Photo/Jane Roe' }])
  })

  test('a caption does not date the article', () => {
    expect(
      read([TITLE, 'The mayor speaks on March 3, 2022. Photo: Jane Roe', ...PARAGRAPHS]).publishedAt.value,
    ).toBeNull()
  })

  test('a relative date without a capture time stays unread', () => {
    expect(read([TITLE, '6 days ago', ...PARAGRAPHS], null).publishedAt.value).toBeNull()
    expect(read([TITLE, '6 days ago', ...PARAGRAPHS]).publishedAt.value?.at).toBe('2024-05-01')
  })

  test('a date after the capture is not believed', () => {
    expect(read([TITLE, 'May 20, 2024', ...PARAGRAPHS]).publishedAt.value).toBeNull()
  })
})

describe('broken sentences', () => {
  test('are joined where an empty line broke them', () => {
    const [first, ...others] = PARAGRAPHS as [string, ...string[]]
    const cut = first.indexOf('old library')
    expect(read([TITLE, first.slice(0, cut).trim(), first.slice(cut), ...others]).text).toBe(PARAGRAPHS.join('\n\n'))
  })

  test('are left alone where a few words were simply cut off', () => {
    const cutOff = `${PARAGRAPHS[0]} Committed to the idea of`
    expect(read([TITLE, cutOff, ...PARAGRAPHS.slice(1)]).blocks[0]).toEqual({ type: 'paragraph', text: cutOff })
  })
})

test.for(['TITLE: ', 'Titel: ', '标题：'])('a headline is without the label "%s" of an export', (label) => {
  expect(read([label + TITLE, ...PARAGRAPHS]).title.value).toBe(TITLE)
})

describe('the original', () => {
  test.for<[string, string | null]>([
    ['Original url:\n\nhttps://example.com/a/1', 'https://example.com/a/1'],
    ['Original URL: https://example.com/a/1', 'https://example.com/a/1'],
    ['Quelle: https://example.com/a/1', 'https://example.com/a/1'],
    ['原文链接：https://example.com/a/1', 'https://example.com/a/1'],
    ['https://example.com/a/1\nA text about something else.', 'https://example.com/a/1'],
    ['Original url:\n\nA sentence.', null],
    ['See https://example.com/a/1 for more.', null],
    ['Original url: javascript:alert(1)', null],
  ])('%s', ([text, url]) =>
    expect(originalUrlOf(`${PARAGRAPHS.join('\n\n')}\n\n${text}`.replace(/^.*?(?=https:.*\nA text)/su, ''))).toBe(url),
  )
})

describe('hostile text', () => {
  test.for([
    '',
    ' '.repeat(100_000),
    '\n'.repeat(100_000),
    'a'.repeat(1_000_000),
    `${'a '.repeat(20_000)}\n`.repeat(20),
    'By '.repeat(50_000),
    '('.repeat(50_000),
    `Related\n\n${'x\n\n'.repeat(20_000)}`,
    `${'Read more: '.repeat(200)}\n`.repeat(200),
    '\ud800\udc00\ud800 broken surrogates \udfff'.repeat(500),
    `${'1/2/3 '.repeat(40)}\n`.repeat(500),
  ])('never throws, never hangs: %#', (text) => {
    expect(['article', 'rejected']).toContain(extractText({ text, capturedAt: '2024-05-07T12:00:00Z' }).verdict)
  })
})
