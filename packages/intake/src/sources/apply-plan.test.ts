import { openArchive } from '@dateline/archive'
import { openLog } from '@dateline/event-store'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Dependencies } from '../dependencies.ts'
import { registerSource } from '../register-source.ts'
import { applyPlan, pauseSource } from './apply-plan.ts'
import { exportOpml, importOpml } from './opml-sources.ts'
import { planSources } from './plan-sources.ts'
import { type RegisteredSource, readSources } from './read-sources.ts'
import { renderSourcesFile } from './render-sources-file.ts'
import { readSourcesFile } from './sources-file.ts'

const { database } = await testDatabase()
const log = await openLog(database)
afterAll(() => log.close())
const dependencies: Dependencies = { database, log, archive: openArchive(database), now: () => new Date() }

// Each test has hosts of its own: sources stay in the log.
let host = ''
let tests = 0
beforeEach(() => {
  tests += 1
  host = `paper${tests}.example`
})
const url = (path: string) => `https://${host}/${path}`
const mine = async () => (await readSources(dependencies)).filter((source) => source.url.includes(host))
const plan = async (text: string) => {
  const file = readSourcesFile(dependencies, `set: set-${host}\nsources:\n${text}`, 'news.yaml')
  return planSources(file, await readSources(dependencies))
}
const apply = async (text: string) => {
  const planned = await plan(text)
  await applyPlan(dependencies, planned)
  return planned
}
const find = (sources: readonly RegisteredSource[], path: string) => sources.find((source) => source.url === url(path))

describe('a sources file', () => {
  test('is true after it was applied, and asks for nothing the second time', async () => {
    const text = `  - {url: "${url('a')}", name: A, every: 15m, folders: [News]}\n  - {url: "${url('b')}", kind: site, paused: resting}`
    const first = await apply(text)
    expect(first.steps.map(({ step }) => step)).toEqual(['add', 'add'])
    expect(await plan(text)).toMatchObject({ steps: [], unchanged: 2, conflicts: [] })
    const sources = await mine()
    expect(find(sources, 'a')).toMatchObject({
      paused: null,
      settings: {
        name: 'A',
        schedule: { kind: 'interval', seconds: 900 },
        folders: ['News'],
        managedBy: `set-${host}`,
      },
    })
    expect(find(sources, 'b')).toMatchObject({ paused: 'resting', settings: { kind: 'site' } })
  })

  test('says what it would change and why', async () => {
    await apply(`  - {url: "${url('a')}", name: A}\n  - {url: "${url('b')}"}\n  - {url: "${url('c')}"}`)
    const text = `  - {url: "${url('a')}", name: B, kind: sitemap, limits: {fetches-per-day: 9}}\n  - {url: "${url('b')}", paused: true}`
    const { steps } = await apply(text)
    expect(steps.map(({ step, reasons }) => [step, reasons])).toEqual([
      ['change', ['kind: feed → sitemap', 'name: A → B', 'limits: (none) → 9 fetches a day']],
      ['change', ['pause: paused in the sources file']],
      ['remove', ['no longer in the file: it is paused, and what it brought stays']],
    ])
    expect(await plan(text)).toMatchObject({ steps: [], unchanged: 2 })
    const gone = find(await mine(), 'c')
    expect(gone).toMatchObject({ settings: { managedBy: null }, paused: expect.stringContaining('no longer in') })
  })

  test('takes a removed source in again', async () => {
    await apply(`  - {url: "${url('a')}"}\n  - {url: "${url('b')}"}`)
    await apply(`  - {url: "${url('a')}"}`)
    const { steps } = await apply(`  - {url: "${url('a')}"}\n  - {url: "${url('b')}"}`)
    expect(steps).toMatchObject([{ step: 'change', isChanged: true, resume: true }])
    expect(find(await mine(), 'b')).toMatchObject({ paused: null, settings: { managedBy: `set-${host}` } })
  })

  test('leaves alone what was registered by hand, until it names it', async () => {
    const { sourceId } = await registerSource(dependencies, {
      ...{ url: url('hand'), name: 'By hand', schedule: { kind: 'adaptive' } },
    })
    const before = await apply(`  - {url: "${url('a')}"}`)
    expect(before.elsewhere).toBeGreaterThan(0)
    expect(find(await mine(), 'hand')).toMatchObject({ sourceId, paused: null, settings: { managedBy: null } })
    const { steps } = await apply(`  - {url: "${url('a')}"}\n  - {url: "${url('hand')}", name: By hand}`)
    expect(steps).toMatchObject([{ reasons: ['known already: the file manages it from now on'] }])
  })

  test('polls again what a person has paused and the file does not', async () => {
    await apply(`  - {url: "${url('a')}"}`)
    await pauseSource(dependencies, find(await mine(), 'a')!.sourceId, 'asked by phone')
    const kept = await plan(`  - {url: "${url('a')}", paused: true}`)
    expect(kept.steps).toEqual([])
    const { steps } = await apply(`  - {url: "${url('a')}"}`)
    expect(steps[0]?.reasons[0]).toContain('asked by phone')
    expect(find(await mine(), 'a')?.paused).toBeNull()
  })

  test('does not take a source from another set', async () => {
    await apply(`  - {url: "${url('a')}"}`)
    const other = readSourcesFile(dependencies, `set: other\nsources:\n  - {url: "${url('a')}"}`, 'other.yaml')
    const { conflicts, steps } = planSources(other, await readSources(dependencies))
    expect(steps).toEqual([])
    expect(conflicts).toMatchObject([{ set: `set-${host}` }])
  })

  test('that was exported asks for nothing when it is applied', async () => {
    await apply(
      `  - {url: "${url('a')}", name: "A: b # c", every: 90m, folders: ["1", x]}\n  - {url: "${url('b')}", cron: "5 4 * * *", paused: true, limits: {fetches-in-flight: 1}}`,
    )
    const text = renderSourcesFile(`set-${host}`, await mine())
    const again = planSources(readSourcesFile(dependencies, text, 'x'), await readSources(dependencies))
    expect(again).toMatchObject({ steps: [], unchanged: 2 })
  })
})

test('nothing is registered that a file could not say again', async () => {
  const schedule = { kind: 'adaptive' } as const
  const long = registerSource(dependencies, { url: url('a'), name: 'x'.repeat(201), schedule })
  await expect(long).rejects.toThrow('at most 200')
  const far = registerSource(dependencies, { url: url('y'.repeat(4_000)), name: null, schedule })
  await expect(far).rejects.toThrow('at most 4000')
  const { sourceId } = await registerSource(dependencies, { url: url('a'), name: 'x'.repeat(200), schedule })
  await expect(pauseSource(dependencies, sourceId, 'z'.repeat(201))).rejects.toThrow('1 to 200 characters')
  await pauseSource(dependencies, sourceId, 'because: "z" # \u2028 \n x')
  const text = renderSourcesFile(`set-${host}`, await mine())
  const again = planSources(readSourcesFile(dependencies, text, 'x'), await readSources(dependencies))
  expect(again.steps).toMatchObject([{ reasons: ['known already: the file manages it from now on'] }])
})

describe('OPML', () => {
  const opml = (outlines: string) => Buffer.from(`<opml version="2.0"><body>${outlines}</body></opml>`)

  test('registers feeds in their folders, and counts the rest', async () => {
    const file = opml(`<outline text="News"><outline text="Local">
      <outline type="rss" text="Paper" xmlUrl="${url('a')}"/><outline type="rss" text="Paper" xmlUrl="${url('a')}"/>
      <outline type="rss" text="Twin" xmlUrl="http://www.${host}/a/"/></outline></outline>
      <outline text="Bad" xmlUrl="gopher://x"/><outline text="Inner" xmlUrl="http://10.0.0.1/feed"/>`)
    expect(await importOpml(dependencies, file, { isDryRun: true })).toMatchObject({ added: 1 })
    expect(await mine()).toEqual([])
    expect(await importOpml(dependencies, file)).toMatchObject({
      ...{ listed: 5, added: 1, known: 0, duplicates: 2 },
      refused: [
        { title: 'Bad', url: 'gopher://x' },
        { title: 'Inner', url: 'http://10.0.0.1/feed', reason: expect.stringContaining('not a public address') },
      ],
    })
    expect(await mine()).toMatchObject([{ settings: { name: 'Paper', folders: ['News', 'Local'] } }])
    expect(await importOpml(dependencies, file)).toMatchObject({ listed: 5, added: 0, known: 1 })
  })

  test('that was exported is known when it is imported', async () => {
    await importOpml(
      dependencies,
      opml(`<outline text="F &amp; G"><outline text="P" xmlUrl="${url('a?b=1&amp;c=2')}"/></outline>`),
    )
    await registerSource(dependencies, { kind: 'site', url: url(''), name: null, schedule: { kind: 'adaptive' } })
    const { opml: text, feeds, leftOut } = exportOpml(await mine(), '2031-04-05T10:00:00Z')
    expect({ feeds, leftOut }).toEqual({ feeds: 1, leftOut: 1 })
    expect(await importOpml(dependencies, Buffer.from(text))).toMatchObject({ listed: 1, known: 1, refused: [] })
  })

  test('what is no OPML is refused', async () => {
    await expect(importOpml(dependencies, Buffer.from('<html></html>'))).rejects.toThrow('The file is no OPML')
  })
})

describe('an address of one’s own', () => {
  test.for([
    'http://127.0.0.1/f',
    'http://localhost:8080/f',
    'http://[::1]/f',
    'http://2130706433/f',
    'http://10.1.2.3:81/f',
  ])('%s is refused at once', async (address) => {
    const added = registerSource(dependencies, { url: address, name: null, schedule: { kind: 'adaptive' } })
    await expect(added).rejects.toThrow('FETCH_PRIVATE_HOSTS=')
  })

  test('is taken where an operator has named it', async () => {
    const config = { FETCH_PRIVATE_HOSTS: ['localhost:8080'], FETCH_HOST_OVERRIDES: [], POLL_INTERVAL_MIN_MS: 1_000 }
    const address = { url: 'http://localhost:8080/f', name: null, schedule: { kind: 'adaptive' } } as const
    expect(await registerSource({ ...dependencies, config }, address)).toMatchObject({ created: true })
  })
})
