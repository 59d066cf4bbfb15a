import type { NewEvent } from '@dateline/domain'
import type { Appended, AppendOptions, ExpectedVersion } from './append-request.ts'
import type { Log } from './open-log.ts'

export type Append = AppendOptions & {
  readonly stream: string
  readonly expectedVersion: ExpectedVersion
  readonly events: readonly NewEvent[]
}

/** Enough to fill the next group while one is being written. */
const IN_FLIGHT_MAX = 2_048

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
  let inFlight: Promise<Appended>[] = []
  for await (const { stream, expectedVersion, events, ...options } of appends) {
    inFlight.push(log.append(stream, expectedVersion, events, options))
    if (inFlight.length < IN_FLIGHT_MAX) continue
    results.push(...(await Promise.allSettled(inFlight)))
    inFlight = []
  }
  return [...results, ...(await Promise.allSettled(inFlight))]
}
