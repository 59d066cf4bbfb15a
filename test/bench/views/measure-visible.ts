import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '@dateline/database'
import { sha256Hex } from '@dateline/domain'
import type { Log } from '@dateline/event-store'
import { rebuild, runProjections } from '@dateline/read-models'

const APPENDS = 400
const WAIT_MS = 200

/**
 * From the call of append to the commit of the row in the view, as told by a trigger on the view's table: nothing polls.
 *
 * @returns a time in ms for each append.
 */
export async function measureVisible(database: Database, log: Log, pauseMs: number): Promise<number[]> {
  const listener = await database.pool.connect()
  await rebuild(database, 'article')
  const { rows } = await listener.query<{ generation: number }>(
    `select generation from views.projection where name = 'article' and state = 'live'`,
  )
  await listener.query(`
    create or replace function public.seen() returns trigger language plpgsql as $$
      begin perform pg_notify('bench_seen', new.article_id); return null; end $$;
    create trigger seen after insert on views.article_g${rows[0]!.generation} for each row execute function public.seen();
    listen bench_seen`)
  const sent = new Map<string, number>()
  const times: number[] = []
  listener.on('notification', ({ channel, payload }) => {
    const at = sent.get(payload ?? '')
    if (channel === 'bench_seen' && at !== undefined) times.push(performance.now() - at)
  })
  const stop = new AbortController()
  const running = runProjections(database, { signal: stop.signal })
  await sleep(WAIT_MS)
  let next = performance.now()
  for (let index = 0; index < APPENDS; index++) {
    const url = `https://harbour-courier.example/visible/${pauseMs}/${index}`
    const articleId = `article-${sha256Hex(url).slice(0, 32)}`
    const listed = { listedTitle: 'Harbour', listedPublishedAt: null, discoveredAt: '2026-11-20T10:00:00Z' }
    const data = { url, normalUrl: url, sourceId: null, via: 'submission' as const, ...listed }
    sent.set(articleId, performance.now())
    void log.append(articleId, 'new', [{ type: 'ArticleDiscovered', data }], { cause: articleId })
    next += pauseMs
    await sleep(Math.max(0, next - performance.now()))
  }
  for (let waits = 0; times.length < APPENDS && waits < 50; waits++) await sleep(WAIT_MS)
  stop.abort()
  await running
  await listener.query(`unlisten *; drop function public.seen cascade`)
  listener.release(true)
  return times
}
