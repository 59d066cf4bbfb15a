import { Counter } from 'prom-client'

/** One a process, whatever asks for its figures: see openMetrics. `code` is the SQLSTATE, such as 53100 for a full disk. */
export const databaseWaits = new Counter({
  name: 'dateline_database_waits_total',
  help: 'Times that a job was put off because the database was away or full',
  labelNames: ['queue', 'code'],
  registers: [],
})
