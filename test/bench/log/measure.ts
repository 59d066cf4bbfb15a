import { readdirSync, readFileSync } from 'node:fs'

export type Rate = {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  readonly operations: number
}

/** `concurrency` callers, each calling again as soon as it is answered, for `ms`. */
export async function closedLoop(
  concurrency: number,
  ms: number,
  operation: (caller: number, turn: number) => Promise<unknown>,
): Promise<Rate> {
  const times: number[] = []
  const start = performance.now()
  const callers = Array.from({ length: concurrency }, async (_, caller) => {
    for (let turn = 0; performance.now() < start + ms; turn++) {
      const before = performance.now()
      await operation(caller, turn)
      times.push(performance.now() - before)
    }
  })
  await Promise.all(callers)
  const seconds = (performance.now() - start) / 1000
  return {
    perSecond: times.length / seconds,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    operations: times.length,
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

/** Linux counts CPU time in hundredths of a second. */
const TICKS_PER_SECOND = 100

/**
 * Microseconds of CPU that the server's processes and this one have used so far. On a machine that does other work as well,
 * this is steadier than any rate. Zero for the server where there is no /proc.
 */
export function cpuUsedUs(postmaster: number): { server: number; client: number } {
  const { user, system } = process.cpuUsage()
  let ticks = 0
  try {
    for (const entry of readdirSync('/proc')) {
      if (!/^\d+$/.test(entry)) continue
      const stat = readStat(entry)
      if (stat?.parent === postmaster) ticks += stat.ticks
      if (stat !== null && Number(entry) === postmaster) ticks += stat.ticks + stat.endedTicks
    }
  } catch {
    // No /proc on this system.
  }
  return { server: (ticks * 1e6) / TICKS_PER_SECOND, client: user + system }
}

/** @returns `endedTicks`: of its children that have ended. */
function readStat(pid: string): { parent: number; ticks: number; endedTicks: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const sumAt = (place: number) => Number(fields[place]) + Number(fields[place + 1])
    return { parent: Number(fields[1]), ticks: sumAt(11), endedTicks: sumAt(13) }
  } catch {
    return null // it ended in between
  }
}
