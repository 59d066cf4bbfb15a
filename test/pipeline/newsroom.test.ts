import { LINK_MODEL } from '@dateline/classification'
import { digestTrial, discardTrial, openTrial, runStoryTrial } from '@dateline/curation'
import { articleIdOfUrl, HOST_PAGES_MIN, normalUrl, sourceIdOf, unwrapUrl } from '@dateline/domain'
import { diffRevisions } from '@dateline/extraction'
import { registerSource } from '@dateline/intake'
import { waitUntilIdle } from '@dateline/platform'
import { getArticle, getLiveBlog, getRevision, listRevisions } from '@dateline/read-models'
import {
  listingEntries,
  outlets,
  PHASE_LAST,
  phaseTime,
  startNewsroom,
  truthAt,
  urlOn,
} from '@dateline/sample-newsroom'
import { testDatabase } from '@dateline/testing'
import { pollAllNow, visitAllNow } from '@dateline/work-state'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { decisionsOf, recordedDecisions, replayElsewhere } from '../stories/replays.ts'
import { type Circle, settingsOf, startCircle } from './circle.ts'
import { compareProvenance, type ProvenanceComparison } from './compare-provenance.ts'
import { type Comparison, compareWithTruth } from './compare-with-truth.ts'

/** What feeds and sitemaps have named up to a phase, by source and article: the newsroom's own word. */
function listedUntil(last: number): Map<string, string> {
  const listed = new Map<string, string>()
  for (let phase = 1; phase <= last; phase++) {
    for (const outlet of outlets) {
      for (const listing of outlet.listings.filter(({ kind }) => kind !== 'site')) {
        const sourceId = sourceIdOf(normalUrl(urlOn(outlet, listing.path))!)
        for (const { url } of listingEntries(outlet, listing, phaseTime(phase))) {
          listed.set(`${sourceId} ${articleIdOfUrl(normalUrl(unwrapUrl(url))!)}`, url)
        }
      }
    }
  }
  return listed
}

/** From an empty log through five days of the newsroom, with everything real: Postgres, BullMQ on it, HTTP on loopback. */
describe('the newsroom, day by day, with the queues on Postgres', async () => {
  const { database, url } = await testDatabase()
  let comparison: Comparison
  let provenance: ProvenanceComparison
  let requests: { host: string; path: string }[] = []

  beforeAll(async () => {
    const newsroom = await startNewsroom({ now: 1 })
    const circle: Circle = await startCircle({ ...settingsOf(newsroom), DATABASE_URL: url })
    try {
      for (const { kind, url: address, name } of newsroom.sources) {
        await registerSource(circle.platform, { kind, url: address, name, schedule: { kind: 'adaptive' } })
      }
      for (let phase = 1; phase <= PHASE_LAST; phase++) {
        newsroom.setPhase(phase)
        if (phase > 1) {
          await pollAllNow(database.db)
          await visitAllNow(database.db)
        }
        await waitUntilIdle(database)
      }
      comparison = await compareWithTruth(database)
      provenance = await compareProvenance(database)
      requests = [...newsroom.requests()]
    } finally {
      await circle.stop()
      await newsroom.stop()
    }
    console.log('newsroom against its truth:', JSON.stringify({ ...comparison, provenance }, null, 1))
  }, 240_000)

  test('every page ends as it should', () => expect(comparison.wrongEndings).toEqual([]))

  test('no author and no agency is made up', () => {
    expect(comparison.wrongAuthors).toEqual([])
    expect(comparison.wrongAgencies).toEqual([])
  })

  // Floors, raised when the figures rise; what they are now is printed above.
  test.for([
    ['title', 0.95],
    ['authors', 0.94],
    ['agency', 0.88],
    ['publishedDay', 0.9],
    ['paragraphs', 0.98],
  ] as const)('%s is right in at least %d', ([field, floor]) => {
    expect(comparison.right[field]).toBeGreaterThanOrEqual(floor)
  })

  test('stories and copies are the written ones', () => {
    expect(comparison.stories.precision).toBeGreaterThanOrEqual(0.85)
    expect(comparison.stories.recall).toBeGreaterThanOrEqual(0.65)
    expect(comparison.copies.precision).toBeGreaterThanOrEqual(0.9)
    expect(comparison.copies.recall).toBeGreaterThanOrEqual(0.8)
  })

  test('stories have as many origins as were written, and no inferred agency takes the place of a credit', () => {
    expect(provenance.stories).toBeGreaterThan(0)
    expect(provenance.originsRight).toBeGreaterThanOrEqual(0.7)
    expect(provenance.overwritten).toEqual([])
    expect(provenance.inferred.right).toBe(provenance.inferred.all)
  })

  test('grouping the log again gives the recorded decisions, byte by byte, here and in another process', async () => {
    const replay = async () => {
      const trial = await openTrial(database, 'stories', LINK_MODEL, 'test')
      const running = runStoryTrial(database, trial)
      while (!(await running.next()).done);
      return { trialId: trial.trialId, digest: await digestTrial(database, trial.trialId) }
    }
    const first = await replay()
    const decided = await decisionsOf(database, first.trialId)
    expect(decided.length).toBeGreaterThan(100)
    expect(decided.toSorted()).toEqual((await recordedDecisions(database)).toSorted())
    await discardTrial(database, first.trialId)
    expect(await replay()).toEqual(first)
    await discardTrial(database, first.trialId)
    expect(await replayElsewhere(url)).toMatchObject(first)
  }, 120_000)

  test('what robots.txt forbids was never asked for', () => {
    const forbidden = truthAt().pages.filter((page) => page.expected === 'disallowed')
    expect(forbidden.length).toBeGreaterThan(0)
    const asked = new Set(requests.map(({ host, path }) => `${host}${path}`))
    for (const { url: address } of forbidden) {
      const { host, pathname } = new URL(address)
      expect(asked).not.toContain(`${host}${pathname}`)
    }
  })

  test('edits are revisions, and the page before can still be read', async () => {
    const stealth = truthAt().pages.filter((page) => page.expected === 'article' && page.stealthEdited)
    expect(stealth.length).toBeGreaterThan(0)
    const { rows } = await sql<{ url: string; revisions: number }>`
      select a.url, count(*)::int as revisions from read.article a join read.revision r using (article_id)
       group by a.article_id, a.url having count(*) > 1`.execute(database.db)
    for (const { url: address } of stealth) {
      expect(rows.map((row) => row.url.split('?')[0])).toContain(address.split('?')[0])
    }
  })

  test('the stealth edit is found, and nothing else is taken for one', async () => {
    const { rows } = await sql<{ url: string; change_kinds: string[] }>`
      select a.url, f.change_kinds from read.finding f join read.article a using (article_id)
       where f.kind = 'stealth-edit'`.execute(database.db)
    const edited = truthAt().pages.filter((page) => page.expected === 'article' && page.stealthEdited)
    expect(rows.map((row) => row.url.split('?')[0])).toEqual(edited.map((page) => page.url))
    expect(rows[0]?.change_kinds[0]).toBe('headline')
  })

  test('corrections are told from their notices', async () => {
    // Corrected since we first saw it: a page whose first visit already shows the notice has nothing to compare with.
    const uncorrected = Array.from({ length: PHASE_LAST - 1 }, (_, index) => truthAt(index + 1).pages)
      .flat()
      .flatMap((page) => (page.expected === 'article' && page.correction === null ? [page.url] : []))
    const corrected = truthAt().pages.filter(
      (page) => page.expected === 'article' && page.correction !== null && uncorrected.includes(page.url),
    )
    expect(corrected.length).toBeGreaterThan(0)
    for (const page of corrected) {
      const articleId = articleIdOfUrl(normalUrl(page.url)!)
      const { items } = await listRevisions(database.db, articleId, null, 10)
      expect(items.map(({ stealth }) => stealth)).toEqual([false, false])
      const [after, before] = await Promise.all(items.map(({ number }) => getRevision(database.db, articleId, number)))
      const diff = diffRevisions(before!.extraction!, after!.extraction!)
      expect(diff).toMatchObject({ isSubstantial: true, isStealth: false, notice: { kind: 'correction' } })
      expect(diff.changes.map(({ kind }) => kind)).toContain('number')
    }
  })

  test('every URL that was ever listed has exactly one ending', async () => {
    const { rows } = await sql<{ source_id: string; article_id: string | null; url: string; ending: string }>`
      select source_id, article_id, url, ending from read.ledger`.execute(database.db)
    const keys = rows.map((row) => `${row.source_id} ${row.article_id ?? row.url}`)
    expect(new Set(keys).size).toBe(keys.length)
    const listed = listedUntil(PHASE_LAST)
    expect(listed.size).toBeGreaterThan(80)
    expect([...listed.keys()].filter((key) => !keys.includes(key)).map((key) => listed.get(key))).toEqual([])
    // What was given up or put off is not hidden: it is told as what it is.
    expect(rows.filter(({ ending }) => ending === 'waiting')).toEqual([])
    const { rows: days } = await sql<{ listed: number; ended: number; stored: number }>`
      select sum(listed)::int as listed, sum(stored)::int as stored,
             sum(stored + aliases + rejected + gone + dead_letters + withdrawn + waiting)::int as ended
        from read.ledger_day`.execute(database.db)
    expect(days[0]).toMatchObject({ listed: rows.length, ended: rows.length })
    expect(days[0]?.stored).toBe(rows.filter(({ ending }) => ending === 'article').length)
  })

  test('no template is taken for changed', async () => {
    const { rows } = await sql`select * from read.layout_drift`.execute(database.db)
    expect(rows).toEqual([])
  })

  test('no paragraph that a story carries along is taken for furniture of its host', async () => {
    const { rows } = await sql<{ learnt: number; repeated: number }>`
      select max(jsonb_array_length(pages)) as learnt, count(sha256)::int as repeated from work.host_lines`.execute(
      database.db,
    )
    expect(rows[0]!.learnt).toBeGreaterThanOrEqual(HOST_PAGES_MIN)
    expect(rows[0]!.repeated).toBe(0)
  })

  test('the live blog is one revision, and its updates are told apart', async () => {
    const live = truthAt().pages.find((page) => page.expected === 'article' && page.liveBlog)
    const articleId = articleIdOfUrl(normalUrl(live!.url)!)
    expect(await getArticle(database.db, articleId)).toMatchObject({ liveBlog: true, revisionCount: 1 })
    const blog = await getLiveBlog(database.db, articleId)
    expect(blog!.entries).toHaveLength(5)
    expect(blog!.readings[0]).toMatchObject({
      added: expect.arrayContaining(['2026-03-03T18:10:00.000Z']),
      removed: [],
    })
    expect(blog!.entries[0]).toMatchObject({ at: '2026-03-03T18:10:00.000Z', title: 'Breach half closed' })
  })

  test('nothing is left undone, and nothing was lost', async () => {
    const { rows } = await sql<{ open: number }>`
      select count(*)::int as open from work.task where due_at <= clock_timestamp()`.execute(database.db)
    expect(rows[0]?.open).toBe(0)
    const { rows: stuck } = await sql<{ url: string }>`
      select url from read.article where status in ('discovered', 'fetched')
         and article_id not in (select key from work.dead_letter) and article_id not in (select key from work.task)
         and gone_at is null`.execute(database.db)
    expect(stuck).toEqual([])
  })
})
