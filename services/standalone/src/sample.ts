import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { registerSource } from '@dateline/intake'
import { type Platform, type Running, waitUntilIdle } from '@dateline/platform'
import { agencies, PHASE_LAST, startNewsroom } from '@dateline/sample-newsroom'
import { pollAllNow, visitAllNow } from '@dateline/work-state'
import { sql } from 'kysely'
import { bold, progressLine, tell } from './terminal.ts'

/** Marks a data folder whose sources are the sample's, so that it is served again at every start. */
const MARK = 'sample-newsroom'

export type Sample = Running & {
  readonly isServed: boolean
  /** Settings under which the fictional hosts are reached on this machine. */
  readonly settings: Record<string, string>
  /** Ingests the sample, day by day, if this is its first start. */
  ingest(platform: Platform, signal: AbortSignal): Promise<void>
}

/** The fictional press world that a new data folder starts with. */
export async function openSample({
  dataDirectory,
  isWanted,
}: {
  dataDirectory: string
  isWanted: boolean
}): Promise<Sample> {
  const mark = join(dataDirectory, MARK)
  const daysRead = existsSync(mark) ? Number(/^\d+/.exec(readFileSync(mark, 'utf8'))?.[0] ?? PHASE_LAST) : null
  if (!isWanted && daysRead === null) {
    return { isServed: false, settings: {}, ingest: async () => {}, stop: async () => {} }
  }
  // A first start that was interrupted goes on with the day it had come to.
  const firstDay = Math.min((daysRead ?? 0) + 1, PHASE_LAST)
  const isRead = daysRead === PHASE_LAST
  const newsroom = await startNewsroom({ now: firstDay })
  return {
    isServed: true,
    settings: {
      FETCH_HOST_OVERRIDES: toPairs(newsroom.hostOverrides),
      // One server on this machine plays all hosts: no pause needed but what a robots.txt asks for.
      FETCH_OVERRIDE_GAP_MS: '0',
      AGENCIES_EXTRA: toPairs(Object.fromEntries(agencies.map(({ id, name }) => [id, name]))),
    },
    stop: () => newsroom.stop(),
    async ingest(platform, signal) {
      if (isRead) return
      markDays(mark, daysRead ?? 0)
      tell(`Ingesting the ${bold('sample newsroom')}: fictional outlets, ${PHASE_LAST} simulated days.`)
      for (const { kind, url, name } of newsroom.sources) {
        if (signal.aborted) return
        await registerSource(platform, { kind, url, name, schedule: { kind: 'adaptive' } })
      }
      for (let phase = firstDay; phase <= PHASE_LAST && !signal.aborted; phase++) {
        newsroom.setPhase(phase)
        if (phase > 1 || daysRead !== null) {
          await pollAllNow(platform.database.db)
          await visitAllNow(platform.database.db)
        }
        await waitUntilIdle(platform.database, {
          signal,
          onWait: (tasksDue) => progressLine(`  day ${phase} of ${PHASE_LAST}: ${tasksDue} jobs to do`),
        })
        if (signal.aborted) return
        markDays(mark, phase)
        tell(`  day ${phase} of ${PHASE_LAST}: ${await whatIsStored(platform)}`)
      }
    },
  }
}

function markDays(mark: string, days: number): void {
  writeFileSync(mark, `${days} days read. The sources of this folder are the sample newsroom, served at every start.\n`)
}

async function whatIsStored({ database }: Platform): Promise<string> {
  const { rows } = await sql<{ articles: number; stories: number }>`
    select (select count(*)::int from read.article where status = 'extracted') as articles,
           (select count(*)::int from read.story where article_count > 0) as stories`.execute(database.db)
  const { articles, stories } = rows[0]!
  return `${articles} articles in ${stories} stories`
}

function toPairs(record: Readonly<Record<string, string>>): string {
  return Object.entries(record)
    .map(([name, value]) => `${name}=${value}`)
    .join(',')
}
