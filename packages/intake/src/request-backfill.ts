import { BadInputError, sourceStream } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { type Backfill, wantBackfill } from '@dateline/work-state'
import type { Dependencies } from './dependencies.ts'

/** A site's whole archive may have thousands; more than this at once is a crawl of its own. */
export const BACKFILL_SITEMAPS_MAX = 5_000
export const BACKFILL_SITEMAPS_DEFAULT = 500

/**
 * Asks for what a source's sitemaps list for some days. Again: goes on where it was.
 *
 * @throws {BadInputError} for days that are none or the wrong way round, and for a source that there is not.
 */
export async function requestBackfill(
  { database }: Pick<Dependencies, 'database'>,
  { sourceId, from, to, sitemapsMax }: Backfill,
): Promise<void> {
  for (const text of [from, to]) checkDay(text)
  if (from > to) throw new BadInputError(`The backfill ends on ${to}, before it begins on ${from}.`)
  if (!(Number.isInteger(sitemapsMax) && sitemapsMax >= 1 && sitemapsMax <= BACKFILL_SITEMAPS_MAX)) {
    throw new BadInputError(`A backfill reads 1 to ${BACKFILL_SITEMAPS_MAX} sitemaps.`)
  }
  const [first] = await readStream(database, sourceStream(sourceId), { limit: 1 })
  if (first === undefined) {
    throw new BadInputError(`There is no source ${sourceId}.`)
  }
  await database.db.transaction().execute((trx) => wantBackfill(trx, { sourceId, from, to, sitemapsMax }))
}

function checkDay(text: string): void {
  const isDay =
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    // Date.parse takes the 31st of February for the 3rd of March.
    new Date(text).toISOString().startsWith(text)
  if (!isDay) throw new BadInputError(`"${text}" is no day: write it as 2026-11-20.`)
}
