import { buildServer } from '@dateline/api'
import { importDocument } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Circle, startCircle } from '../pipeline/circle.ts'
import { FERRY, newsPage } from './news-page.ts'

const { database, url: DATABASE_URL } = await testDatabase()
let circle: Circle
let server: FastifyInstance

beforeAll(async () => {
  circle = await startCircle({ DATABASE_URL, LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent' })
  server = await buildServer(circle.platform)
}, 60_000)

afterAll(async () => {
  await server.close()
  await circle.stop()
})

/** Captures of one page, one after the other, as they would be handed to us. @returns the article's id. */
async function captured(name: string, pages: readonly string[]): Promise<string> {
  let id = ''
  for (const [index, page] of pages.entries()) {
    const about = { kind: 'html' as const, mediaType: 'text/html; charset=utf-8', fileName: null }
    const capturedAt = `2031-04-06T0${index}:00:00Z`
    const document = { ...about, bytes: Buffer.from(page), capturedAt, url: `https://${name}.example/2031/ferry` }
    id = (await importDocument(circle.platform, document)).articleId
    await waitUntilIdle(database)
  }
  return id
}

const get = async (url: string) => (await server.inject({ url })).json()
const lied = [FERRY[0].replace('112', '140'), FERRY[1], FERRY[2].replace('was drunk', 'may have been drunk'), FERRY[3]]

describe('an article that is changed without a word', () => {
  let id: string
  beforeAll(async () => {
    id = await captured('ferry', [
      newsPage('Ferry runs aground', FERRY),
      newsPage('Ferry runs aground', FERRY, { furniture: 'Ten things to do on a rainy Sunday in Port Amsel' }),
      newsPage('Ferry runs aground', lied),
    ])
  }, 60_000)

  test('has two revisions, not three: other furniture is none', async () => {
    const { items } = await get(`/v1/articles/${id}/revisions`)
    expect(items).toMatchObject([
      { number: 2, stealth: true },
      { number: 1, stealth: false },
    ])
    expect(await get(`/v1/articles/${id}`)).toMatchObject({ stealthEdits: 1, isOutdatedCopy: false })
  })

  test('is a finding, with the words that changed', async () => {
    const { items } = await get(`/v1/findings?articleId=${id}`)
    expect(items).toMatchObject([
      {
        kind: 'stealth-edit',
        changeKinds: ['number', 'softening'],
        changes: [
          { kind: 'number', before: '112', after: '140' },
          { kind: 'softening', before: 'was', after: 'may have been' },
        ],
      },
    ])
    expect((await get(`/v1/findings?kind=outdated-copy`)).items).toEqual([])
    // As it stood before that was known.
    expect((await get(`/v1/findings?asOf=${items[0].position - 1}`)).items).toEqual([])
  })

  test('is told in the log of changes', async () => {
    const { items } = await get(`/v1/events?stream=${id}&limit=100`)
    expect(items.map(({ type }: { type: string }) => type)).toContain('StealthEditDetected')
  })

  test('can be compared, word by word', async () => {
    const diff = await get(`/v1/articles/${id}/diff`)
    expect(diff).toMatchObject({
      from: { number: 1 },
      to: { number: 2 },
      isSubstantial: true,
      isStealth: true,
      notice: null,
    })
    expect(diff.kinds).toEqual(['number', 'softening'])
    const later = diff.paragraphs[0].parts.filter(({ kind }: { kind: string }) => kind !== 'removed')
    expect(later.map(({ text }: { text: string }) => text).join('')).toBe(lied[0])
  })

  test.for([
    ['from=2&to=2', 200],
    ['from=2&to=1', 200],
    ['from=0&to=1', 400],
    ['to=1', 400],
    ['from=1&to=9', 404],
    ['from=one', 400],
  ] as const)('diff?%s answers %d', async ([query, status]) => {
    expect((await server.inject({ url: `/v1/articles/${id}/diff?${query}` })).statusCode).toBe(status)
  })

  test('is marked on the page', async () => {
    const page = await server.inject({ url: `/articles/${id}` })
    expect(page.body).toContain('<b>Stealth edit</b>')
    const diff = await server.inject({ url: `/articles/${id}/diff?to=2` })
    expect(diff.body).toContain('<del>112</del><ins>140</ins>')
    expect((await server.inject({ url: `/articles/${id}/diff?to=7` })).statusCode).toBe(404)
  })
})

describe('a copy that never took over a correction', () => {
  const NOTICE = 'Correction: an earlier version of this article gave another number of jobs.'
  const long = [
    'The glass works of Upper Quern will close in October with the loss of 112 jobs, its owners told the workforce on Friday.',
    'Managing director Ottilie Brandt blamed the price of gas, which has doubled in two winters, and cheaper bottles from abroad.',
    'The union called the decision a betrayal, and said it had offered to work shorter weeks until the spring.',
    'Glass has been blown in the valley since 1743, when a family from the south built the first furnace beside the river.',
    'The mayor, Piet Adler, said he would ask the government for help, and that the town could not live on its museum alone.',
  ]
  const corrected = long.map((text) => text.replace('112', '121'))
  const agency = { byline: 'By Ines Vardo, Northwire' }
  let ids: string[] = []

  beforeAll(async () => {
    await captured('wire', [newsPage('Upper Quern glass works to close', long, agency)])
    await captured('stale', [newsPage('Glass works in Upper Quern closes', long)])
    await captured('mended', [newsPage('End of glass making in Upper Quern', long)])
    ids = [
      await captured('wire', [newsPage('Upper Quern glass works to close', [...corrected, NOTICE], agency)]),
      await captured('stale', [newsPage('Glass works in Upper Quern closes', long, { furniture: 'Ten things to do' })]),
      await captured('mended', [newsPage('End of glass making in Upper Quern', [...corrected, NOTICE])]),
    ]
  }, 90_000)

  test('is a finding in its own stream, with the words it still has', async () => {
    await vi.waitFor(async () => expect((await get('/v1/findings?kind=outdated-copy')).items).not.toEqual([]), 20_000)
    const { items } = await get('/v1/findings?kind=outdated-copy')
    expect(items).toMatchObject([
      { articleId: ids[1], originalArticleId: ids[0], correction: NOTICE, changes: [{ before: '112', after: '121' }] },
    ])
    expect(items[0].evidence).toContain('the loss of 112 jobs')
    expect(await get(`/v1/articles/${ids[1]}`)).toMatchObject({ isOutdatedCopy: true, copyOf: ids[0] })
    expect(await get(`/v1/articles/${ids[2]}`)).toMatchObject({ isOutdatedCopy: false, copyOf: ids[0] })
  })

  test('is one no more when it takes the correction over', async () => {
    await captured('stale', [newsPage('Glass works in Upper Quern closes', [...corrected, NOTICE])])
    expect(await get(`/v1/articles/${ids[1]}`)).toMatchObject({ isOutdatedCopy: false, revisionCount: 2 })
  }, 30_000)
})

describe('a copy that says what its original never said', () => {
  const long = [
    'The salt pans of Lower Amsel will be flooded in March for the first time in 87 years, the water board said on Friday.',
    'Engineer Ruth Calder said that the old dam would not hold another winter, and that its repair would cost 14 million crowns.',
    'Fishermen from the delta have asked for a delay until the eels have left the ponds, which they do in early summer.',
    'The pans were dug by hand in 1812, and gave work to half of the town until the railway brought cheaper salt from the south.',
    'A hearing will be held in the town hall, and the board is to decide within a week of it, said its chairman, Otto Brandt.',
  ]
  const agency = { byline: 'By Ines Vardo, Northwire' }
  const altered = long.map((text) => text.replace('14 million', '41 million'))
  let ids: string[] = []

  beforeAll(async () => {
    ids = [
      await captured('salt-wire', [newsPage('Salt pans of Lower Amsel to be flooded', long, agency)]),
      await captured('salt-true', [newsPage('Lower Amsel floods its salt pans', long)]),
      await captured('salt-other', [
        newsPage('Flood for salt pans', long),
        newsPage('Flood for salt pans', altered, { furniture: 'Ten things to do' }),
      ]),
    ]
  }, 90_000)

  test('is a finding in its own stream, with both sentences', async () => {
    await vi.waitFor(async () => expect((await get('/v1/findings?kind=altered-copy')).items).not.toEqual([]), 20_000)
    const { items } = await get('/v1/findings?kind=altered-copy')
    expect(items).toMatchObject([
      {
        articleId: ids[2],
        originalArticleId: ids[0],
        changeKinds: ['number'],
        sentences: [{ original: long[1], copy: altered[1] }],
      },
    ])
    const about = { copyOf: ids[0], isOutdatedCopy: false }
    expect(await get(`/v1/articles/${ids[2]}`)).toMatchObject({ ...about, isAlteredCopy: true })
    expect(await get(`/v1/articles/${ids[1]}`)).toMatchObject({ ...about, isAlteredCopy: false })
  })

  test('is marked on its page', async () => {
    const page = (await server.inject({ url: `/articles/${ids[2]}` })).body
    expect(page).toContain('<b>Not what its original says</b>')
    expect(page).toContain('would cost 41 million crowns')
    expect(page).toContain('would cost 14 million crowns')
  })

  test('is taken back when the original comes to say the same', async () => {
    const found = (await get('/v1/findings?kind=altered-copy')).items[0]
    await captured('salt-wire', [newsPage('Salt pans of Lower Amsel to be flooded', altered, agency)])
    await vi.waitFor(async () => expect((await get('/v1/findings?kind=altered-copy')).items).toEqual([]), 20_000)
    expect(await get(`/v1/articles/${ids[2]}`)).toMatchObject({ copyOf: ids[0], isAlteredCopy: false })
    expect((await get('/v1/findings?retracted=true')).items).toMatchObject([
      { position: found.position, retractedBecause: expect.stringContaining('would cost 41 million crowns') },
    ])
    const then = await get(`/v1/findings?kind=altered-copy&asOf=${found.position}`)
    expect(then.items).toMatchObject([{ position: found.position, retractedAt: null }])
    expect((await server.inject({ url: `/articles/${ids[2]}` })).body).not.toContain('Not what its original says')
  }, 60_000)

  test('is one no more when it says the same again', async () => {
    await captured('salt-other', [newsPage('Flood for salt pans', long, { furniture: 'Eels: a recipe' })])
    expect(await get(`/v1/articles/${ids[2]}`)).toMatchObject({ isAlteredCopy: false, revisionCount: 3 })
  }, 30_000)
})

describe('a live blog', () => {
  type Update = readonly [time: string, title: string, text: string]
  const page = (updates: readonly Update[]) =>
    newsPage('Storm over Lirio: live', []).replace(
      '</article>',
      `${updates.map(([time, title, text]) => `<section class="update"><time datetime="2031-04-05T${time}:00Z">${time}</time><h3>${title}</h3><p>${text}</p></section>`).join('')}</article>`,
    )
  const first: Update[] = [
    [
      '12:20',
      'Ferries cancelled',
      'All ferries from Port Amsel are cancelled until Monday, the harbour master said at noon.',
    ],
    [
      '11:05',
      'Schools shut',
      'Fourteen schools in the north will stay shut tomorrow, after a warning of falling trees.',
    ],
    ['09:45', 'Power cuts', 'About 2,000 households on the western shore are without power, the grid company said.'],
    ['08:00', 'First warnings', 'Good morning. The weather office has raised its warning for the outer isles to red.'],
  ]
  let id: string

  beforeAll(async () => {
    const second: Update[] = [
      [
        '14:10',
        'Roof torn off',
        'The wind has torn the roof off the market hall of Quern; nobody was inside, the fire service said.',
      ],
      ...first.filter(([time]) => time !== '11:05'),
    ]
    const third = second.map(([time, title, text]): Update => [time, title, text.replace('2,000', '3,500')])
    id = await captured('storm', [page(first), page(second), page(third)])
  }, 60_000)

  test('is kept as updates, not as revisions', async () => {
    expect(await get(`/v1/articles/${id}`)).toMatchObject({ liveBlog: true, revisionCount: 1, stealthEdits: 0 })
    expect((await get(`/v1/articles/${id}/revisions`)).items).toHaveLength(1)
    expect((await get(`/v1/articles/${id}/revisions?updates=true`)).items).toHaveLength(3)
  })

  test('tells what came, changed and went', async () => {
    const { entries, readings } = await get(`/v1/articles/${id}/live`)
    const at = (time: string) => `2031-04-05T${time}:00.000Z`
    expect(readings).toMatchObject([
      { added: [], changed: [at('09:45')], removed: [] },
      { added: [at('14:10')], changed: [], removed: [at('11:05')] },
      { added: first.map(([time]) => at(time)), changed: [], removed: [] },
    ])
    expect(entries.map(({ title }: { title: string }) => title)).toEqual([
      'Roof torn off',
      'Ferries cancelled',
      'Schools shut',
      'Power cuts',
      'First warnings',
    ])
    expect(entries[2]).toMatchObject({ text: null, removedAt: expect.any(String) })
    expect(entries[3].text).toContain('3,500')
    const then = await get(`/v1/articles/${id}/live?asOf=${readings[2].position}`)
    expect(then.entries).toHaveLength(4)
    expect((await server.inject({ url: '/v1/articles/article-00/live' })).statusCode).toBe(404)
  })

  test('shows its newest text', async () => {
    expect((await server.inject({ url: `/articles/${id}` })).body).toContain('The wind has torn the roof off')
  })
})

describe('a change that the page owns up to', () => {
  test.for([
    ['by a notice', [...lied, 'Correction: an earlier version of this article gave another number of passengers.'], ''],
    ['by a later time', lied, '2031-04-05T11:00:00Z'],
  ] as const)('%s is a revision and no finding', async ([name, paragraphs, modified]) => {
    const id = await captured(`ferry-${name.replaceAll(' ', '-')}`, [
      newsPage('Ferry runs aground', FERRY),
      newsPage('Ferry runs aground', paragraphs, { modified }),
    ])
    expect(await get(`/v1/articles/${id}`)).toMatchObject({ revisionCount: 2, stealthEdits: 0 })
    expect((await get(`/v1/findings?articleId=${id}`)).items).toEqual([])
    expect((await get(`/v1/articles/${id}/diff`)).notice).not.toBeNull()
  })
})

describe('a page that goes to and fro between two texts', () => {
  test('has the revisions of the first to and fro, and findings no more', async () => {
    const [one, other] = ['Ferry runs aground', 'Night of fear off Lirio']
    const pages = [one, other, one, other, one, other].map((title, index) =>
      newsPage(title, FERRY, { furniture: `Storm warning number ${index} for the coast` }),
    )
    const id = await captured('headlines', pages)
    expect(await get(`/v1/articles/${id}`)).toMatchObject({ title: other, revisionCount: 3, stealthEdits: 1 })
    const { items } = await get(`/v1/articles/${id}/revisions?updates=true`)
    expect(items.map(({ why }: { why: string }) => why)).toEqual([
      ...['alternates', 'alternates', 'alternates'],
      ...['changed', 'changed', 'changed'],
    ])
  }, 60_000)
})
