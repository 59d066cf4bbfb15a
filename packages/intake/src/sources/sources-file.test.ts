import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSourcesFile } from './sources-file.ts'

const read = (text: string, config = {}) => readSourcesFile(config, text, 'news.yaml')

test('a file says all there is to say about its sources', () => {
  const { set, sources } = read(`
set: city-desk
defaults: {every: 30m, folders: [News]}
sources:
  - url: https://gazette.example/feed.xml
    name: The Gazette
  - url: https://herald.example/
    kind: site
    cron: "*/10 6-22 * * *"
    folders: [News, Harbour towns]
    paused: moved to another address
    limits: {fetches-per-day: 500, fetches-in-flight: 2}
  - {url: "https://post.example/map.xml", kind: sitemap, paused: true}
`)
  expect(set).toBe('city-desk')
  expect(sources).toMatchObject([
    {
      ...{ url: 'https://gazette.example/feed.xml', name: 'The Gazette', kind: 'feed', folders: ['News'] },
      ...{ schedule: { kind: 'interval', seconds: 1_800 }, limits: null, paused: null, line: 5 },
    },
    {
      ...{
        kind: 'site',
        schedule: { kind: 'cron', expression: '*/10 6-22 * * *' },
        folders: ['News', 'Harbour towns'],
      },
      ...{ paused: 'moved to another address', limits: { fetchesPerDayMax: 500, fetchesInFlightMax: 2 } },
    },
    { kind: 'sitemap', paused: 'paused in the sources file', line: 13 },
  ])
})

test('an empty list is a file too; JSON is YAML', () => {
  expect(read('sources: []')).toEqual({ set: 'default', sources: [] })
  expect(read('{"sources": [{"url": "https://a.example/feed"}]}').sources).toHaveLength(1)
})

describe('a mistake is named with its line and field', () => {
  const one = (line: string) => `sources:\n  - url: https://a.example/feed\n    ${line}\n`
  test.for<[string, string]>([
    [one('evry: 30m'), 'news.yaml:3: sources[0].evry: there is no such setting'],
    [one('every: 30 minutes'), 'news.yaml:3: sources[0].every: write an interval such as 90s, 15m, 2h or 1d'],
    [
      one('every: 30s'),
      'news.yaml:3: sources[0].every: An interval of 30s is outside its bounds: choose one from 1m to 7d',
    ],
    [one('every: 8d'), 'choose one from 1m to 7d'],
    [one('cron: every now and then'), 'news.yaml:3: sources[0].cron: "every now and then" is no cron schedule'],
    [one('cron: 0 * * * *\n    every: 5m'), 'news.yaml:3: sources[0].cron: give every or cron, not both'],
    [one('kind: blog'), 'news.yaml:3: sources[0].kind: Invalid option'],
    [one('limits: {fetches-per-day: 0}'), 'news.yaml:3: sources[0].limits.fetches-per-day:'],
    [one('limits: {a-day: 5}'), 'news.yaml:3: sources[0].limits.a-day: there is no such setting'],
    [
      'sources:\n  - url: ftp://a.example/feed',
      'news.yaml:2: sources[0].url: "ftp://a.example/feed" is not an http or https URL',
    ],
    ['sources:\n  - url: http://127.0.0.1/feed', '127.0.0.1 is not a public address'],
    ['sources:\n  - url: https://me:secret@a.example/feed', 'carries a user name or password'],
    ['sources:\n  - name: A', 'news.yaml:2: sources[0].url:'],
    [
      'sources:\n  - url: https://a.example/feed\n  - url: http://www.a.example/feed/',
      'news.yaml:3: sources[1].url: the same source as on line 2',
    ],
    ['set: two words\nsources: []', 'news.yaml:1: set: letters, digits'],
    ['feeds: []', 'news.yaml:1: feeds: there is no such setting'],
    ['', 'sources:'],
    ['sources: [', 'news.yaml:1:'],
    ['sources: []\nsources: []', 'news.yaml:2: Map keys must be unique'],
    ['- https://a.example/feed', 'news.yaml:1:'],
    [`a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(40)}]\nsources: [${'*b,'.repeat(40)}]`, 'alias'],
  ])('%s', ([text, message]) => expect(() => read(text)).toThrow(message))
})

test('all mistakes are named at once, and no more than fit a screen', () => {
  const many = Array.from({ length: 60 }, (_, index) => `  - url: nonsense-${index}`).join('\n')
  expect(() => read(`sources:\n${many}`)).toThrow(/news\.yaml:2:[\s\S]*news\.yaml:51:[\s\S]*… and 10 more/)
})

test('the platform’s own least interval counts', () => {
  const config = { POLL_INTERVAL_MIN_MS: 300_000, FETCH_PRIVATE_HOSTS: [], FETCH_HOST_OVERRIDES: [] }
  const text = 'sources:\n  - url: https://a.example/feed\n    every: 2m'
  expect(() => read(text, { config })).toThrow('from 5m to 7d (the least is the setting POLL_INTERVAL_MIN_MS=300000)')
})

test('the guide’s example can be applied', () => {
  const guide = readFileSync(join(import.meta.dirname, '../../../../docs/guides/add-a-source.md'), 'utf8')
  const examples = [...guide.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!)
  expect(examples.length).toBeGreaterThan(0)
  for (const example of examples) expect(read(example).sources.length).toBeGreaterThan(0)
})
