import type { NewEvent } from '@dateline/domain'
import type { Appended, AppendOptions, ExpectedVersion } from './append-request.ts'
import type { Log } from './open-log.ts'

export type Append = AppendOptions & {
  readonly stream: string
  readonly expectedVersion: ExpectedVersion
  readonly events: readonly NewEvent[]
}

/** Enough to fill the next groups while some are being written. Twice as many are in flight at most, and never none. */
const WAVE_APPENDS = 1_024

/**
 * Bulk append: as many requests as there are, in groups, with bounded memory. Requests of one stream keep their order.
 *
 * @returns what became of each, in order; a refused one does not stop the others.
 */
export async function appendMany(
  log: Log,
  appends: Iterable<Append> | AsyncIterable<Append>,
): Promise<PromiseSettledResult<Appended>[]> {
  const results: PromiseSettledResult<Appended>[] = []
  let earlier: Promise<PromiseSettledResult<Appended>>[] = []
  let wave: Promise<PromiseSettledResult<Appended>>[] = []
  for await (const { stream, expectedVersion, events, ...options } of appends) {
    wave.push(settled(log.append(stream, expectedVersion, events, options)))
    if (wave.length < WAVE_APPENDS) continue
    results.push(...(await Promise.all(earlier)))
    earlier = wave
    wave = []
  }
  return [...results, ...(await Promise.all([...earlier, ...wave]))]
}

/** At once, and not when the wave is waited for: a refusal in between would be one that nobody handles. */
function settled<Value>(promise: Promise<Value>): Promise<PromiseSettledResult<Value>> {
  return promise.then(
    (value) => ({ status: 'fulfilled', value }),
    (reason) => ({ status: 'rejected', reason }),
  )
}
