import { expect, test } from 'vitest'
import { extract } from '../extract.ts'

const UPDATES = [
  [
    '14:10',
    'Roof torn off',
    'The wind has torn the roof off the market hall of Quern; nobody was inside, the fire service said.',
  ],
  [
    '12:20',
    'Ferries cancelled',
    'All ferries from Port Amsel are cancelled until Monday, the harbour master said at noon.',
  ],
  ['11:05', 'Schools shut', 'Fourteen schools in the north will stay shut tomorrow, after a warning of falling trees.'],
  ['09:45', 'Power cuts', 'About 2,000 households on the western shore are without power, the grid company said.'],
  ['08:00', 'First warnings', 'Good morning. The weather office has raised its warning for the outer isles to red.'],
  [
    '22:30',
    'Who is affected',
    'The warning holds for the whole of the western shore and for all of the isles, it said.',
  ],
] as const

function read(body: string, { head = '', title = 'Storm over Lirio' } = {}) {
  const html = `<html lang="en"><head><title>${title} - Gazette</title><meta property="og:type" content="article">
    <meta property="article:published_time" content="2031-04-04T22:00:00Z">${head}</head>
    <body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${body}</article></body></html>`
  const found = extract({ html, url: 'https://g.example/live', capturedAt: '2031-04-05T15:00:00Z', kind: 'html' })
  if (found.verdict !== 'article') throw new Error(found.evidence)
  return found.extraction
}

type Design = (time: string, title: string, text: string) => string
const half = (time: string) => {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  return `${((hour + 11) % 12) + 1}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'a.m.' : 'p.m.'}`
}

test.for<[string, Design]>([
  [
    'times without a machine date',
    (time, title, text) => `<div><time>${time}</time><h3>${title}</h3><p>${text}</p></div>`,
  ],
  ['stamps', (time, title, text) => `<div><span class="stamp">${time}</span><h2>${title}</h2><p>${text}</p></div>`],
  ['times in headings', (time, title, text) => `<h3>${time}: ${title}</h3><p>${text}</p>`],
  ['times and titles in the paragraphs', (time, title, text) => `<p><strong>${time} – ${title}.</strong> ${text}</p>`],
  ['hours of twelve', (time, title, text) => `<div><p>${half(time)}</p><h3>${title}</h3><p>${text}</p></div>`],
  ['dotted times', (time, title, text) => `<h3>${time.replace(':', '.')} ${title}</h3><p>${text}</p>`],
  ['“Uhr”', (time, title, text) => `<h2>${time} Uhr: ${title}</h2><p>${text}</p>`],
])('a live blog with %s', ([, design]) => {
  const { marks, liveEntries } = read(UPDATES.map(([time, title, text]) => design(time, title, text)).join(''))
  expect(marks.liveBlog).toBe(true)
  expect(liveEntries?.map(({ at }) => at.slice(0, 16))).toEqual([
    ...['2031-04-05T14:10', '2031-04-05T12:20', '2031-04-05T11:05', '2031-04-05T09:45', '2031-04-05T08:00'],
    '2031-04-04T22:30',
  ])
  expect(liveEntries?.[0]?.text).toContain('nobody was inside')
})

const OLDEST_FIRST = UPDATES.slice(0, 5).toReversed()
const chronicle = OLDEST_FIRST.map(([time, title, text]) => `<h3>${time}: ${title}</h3><p>${text}</p>`).join('')

test('a chronicle is no live blog, unless it calls itself one', () => {
  expect(read(chronicle).marks.liveBlog).toBe(false)
  expect(read(chronicle, { title: 'Storm over Lirio: live' }).liveEntries).toHaveLength(5)
})

const stamped = (entries: readonly (readonly [string, string])[]) =>
  entries
    .map(([at, text]) => `<section><p><time datetime="${at}">${at.slice(11, 16)}</time></p><p>${text}</p></section>`)
    .join('')
const texts = UPDATES.slice(0, 5).map(([, , text]) => text)

test('comments, oldest first, make no live blog', () => {
  const comments = texts.map((text, index) => [`2031-04-05T1${index}:00:00Z`, text] as const)
  expect(read(stamped(comments)).marks.liveBlog).toBe(false)
  expect(read(stamped(comments.toReversed())).marks.liveBlog).toBe(true)
})

test('a list of articles makes no live blog', () => {
  const archive = texts.map((text, index) => [`${2030 - index}-04-05T10:00:00Z`, text] as const)
  expect(read(stamped(archive)).marks.liveBlog).toBe(false)
})

test.for([
  ['an interview', UPDATES.map(([, title, text]) => `<p><b>${title}?</b></p><p>${text}</p>`).join('')],
  [
    'a programme',
    UPDATES.slice(0, 3)
      .map(([time, , text]) => `<h3>${time}</h3><p>${text}</p>`)
      .join(''),
  ],
] as const)('%s is no live blog', ([, body]) => expect(read(body)).toMatchObject({ marks: { liveBlog: false } }))
