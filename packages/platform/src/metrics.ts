import { countSources, listLayoutDrifts, progress } from '@dateline/read-models'
import {
  consumerPositions,
  countDeadLetters,
  countSubscriptions,
  countTasks,
  listUnlistedDrifts,
  pollLag,
} from '@dateline/work-state'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { clockSkewMs } from './clock-skew.ts'
import { databaseWaits } from './database-waits.ts'
import type { Platform } from './open-platform.ts'

/** More alarms at a time than this are one of our own. */
const HOSTS_MAX = 100

/**
 * What an operator watches, in the Prometheus text format: how far readers of the log lag behind, what is wanted, what was
 * given up, what the queues hold, and the process itself. Asked of the database at each scrape, so any one process tells
 * the whole.
 */
export function openMetrics({ database, queues }: Pick<Platform, 'database' | 'queues'>): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  registry.registerMetric(databaseWaits)
  const gauge: AddGauge = (name, help, labelNames, read) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      async collect() {
        this.reset()
        await read((labels, value) => this.set(labels, value))
      },
    })
  addLogGauges(gauge, database)
  addWorkGauges(gauge, database)
  addSourceGauges(gauge, database)
  gauge('dateline_clock_skew_seconds', "How far this process's clock is ahead of the database's", [], async (set) => {
    set({}, (await clockSkewMs(database)) / 1_000)
  })
  gauge('dateline_queue_jobs', 'Jobs in a queue', ['queue', 'state'], async (set) => {
    for (const [queue, counts] of Object.entries(await queues.counts())) {
      for (const [state, count] of Object.entries(counts)) set({ queue, state }, count)
    }
  })
  return registry
}

/** `read` is called at each scrape and sets a value for each combination of labels there is then. */
type AddGauge = <Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
  read: (set: (labels: Record<Label, string>, value: number) => void) => Promise<void>,
) => void

function addLogGauges(gauge: AddGauge, database: Platform['database']): void {
  gauge('dateline_log_position', 'Position of the newest event', [], async (set) => {
    set({}, (await progress(database.db)).headPosition)
  })
  gauge('dateline_view_lag_events', 'Events a view has still to read', ['view'], async (set) => {
    for (const { name: view, behind } of (await progress(database.db)).views) set({ view }, behind)
  })
  gauge('dateline_view_stopped', '1: the view has met an event it cannot take in', ['view'], async (set) => {
    for (const { name: view, error } of (await progress(database.db)).views) set({ view }, error === null ? 0 : 1)
  })
  gauge('dateline_view_skipped_events', 'Events that a view has been let leave out', ['view'], async (set) => {
    for (const { name: view, skipped } of (await progress(database.db)).views) set({ view }, skipped.length)
  })
  gauge(
    'dateline_consumer_lag_events',
    'Events a reader of the log has still to deal with',
    ['consumer'],
    async (set) => {
      const { headPosition } = await progress(database.db)
      for (const { name: consumer, position } of await consumerPositions(database.db))
        set({ consumer }, headPosition - position)
    },
  )
}

function addWorkGauges(gauge: AddGauge, database: Platform['database']): void {
  gauge('dateline_tasks_wanted', 'Work that is wanted and not done', ['queue', 'due'], async (set) => {
    for (const { name: queue, wanted, later } of await countTasks(database.db)) {
      set({ queue, due: 'now' }, wanted - later)
      set({ queue, due: 'later' }, later)
    }
  })
  gauge('dateline_dead_letters', 'Work that was given up', ['queue', 'code'], async (set) => {
    for (const { queue, code, count } of await countDeadLetters(database.db)) set({ queue, code }, count)
  })
}

function addSourceGauges(gauge: AddGauge, database: Platform['database']): void {
  gauge('dateline_sources', 'Sources by their health', ['health'], async (set) => {
    for (const health of ['healthy', 'failing', 'silent', 'paused']) set({ health }, 0)
    for (const { health, count } of await countSources(database.db)) set({ health }, count)
  })
  gauge('dateline_poll_lag_seconds', 'How long the longest waiting poll has been due', [], async (set) => {
    set({}, (await pollLag(database.db)).lagS)
  })
  gauge('dateline_push_subscriptions', 'WebSub subscriptions', ['state'], async (set) => {
    for (const { state, count } of await countSubscriptions(database.db)) set({ state }, count)
  })
  gauge('dateline_layout_drifted', '1: pages of the host give less than they used to', ['host'], async (set) => {
    for (const { host } of (await listLayoutDrifts(database.db, { open: true }, null, HOSTS_MAX)).items)
      set({ host }, 1)
    for (const { host } of await listUnlistedDrifts(database.db)) set({ host }, 1)
  })
}
