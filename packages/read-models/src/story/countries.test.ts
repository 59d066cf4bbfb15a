import { testDatabase } from '@dateline/testing'
import { describe, expect, test } from 'vitest'
import { catchUp } from '../runner/run-projections.ts'
import { append, sampleLog } from '../sample-log.ts'
import { listStories } from './queries.ts'

const { database } = await testDatabase()

describe('the country of a dateline, or of a host', () => {
  test.for<[string | null, string | null, string | null]>([
    ['Kyiv, Ukraine', 'www.example.de', 'UA'],
    ['AUSTIN, Texas', null, 'US'],
    ['PARIS, Texas', null, 'US'],
    ['BERLIN (dpa)', null, 'DE'],
    ['BERLIN (AP, dpa)', null, 'DE'],
    ['New Delhi/Mumbai', null, 'IN'],
    ['Lindmouth', 'www.example.de', 'DE'],
    [null, 'news.example.co.uk', 'GB'],
    [null, 'example.com', null],
    // Sold to everybody, or of no country.
    [null, 'example.io', null],
    [null, 'example.eu', null],
    [null, null, null],
    ["') or true --", "x'; drop", null],
  ])('%s, %s: %s', async ([dateline, host, country]) => {
    const { rows } = await database.pool.query<{ country: string | null }>(
      'select read.country_of($1, $2) as country',
      [dateline, host],
    )
    expect(rows[0]!.country).toBe(country)
  })
})

test('a story has the countries of its articles, today and as of a position', async () => {
  await append(database, sampleLog())
  await catchUp(database)
  const { items } = await listStories(database.db, {}, null, 10)
  const { rows } = await database.pool.query<{ story_id: string; countries: string[] }>(`
    select s.story_id, coalesce(array_agg(distinct c order by c) filter (where c is not null), '{}') as countries
      from read.story s join read.article a using (story_id)
      cross join lateral read.country_of(a.dateline, coalesce(a.publisher_domain, substring(a.normal_url from '^https?://([^/:?#]+)'))) c
     group by s.story_id`)
  const expected = new Map(rows.map(({ story_id, countries }) => [story_id, countries]))
  expect(items.length).toBeGreaterThan(0)
  for (const { storyId, countries } of items) expect(countries).toEqual(expected.get(storyId))
  const { rows: then } = await database.pool.query<{ story_id: string; countries: string[] }>(
    'select story_id, countries from read.story_at_position((select position from log.head)) order by story_id',
  )
  for (const { story_id, countries } of then.filter((row) => expected.has(row.story_id)))
    expect(countries).toEqual(expected.get(story_id))
})
