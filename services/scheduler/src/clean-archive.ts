import { applyRetention } from '@dateline/archive'
import type { Platform } from '@dateline/platform'

/** Between batches of captures: a clean-up must not be felt. */
const BATCH_REST_MS = 250

/** Removes from the archive what the operator's policy no longer keeps. Several schedulers may do so at once. */
export async function cleanArchive(
  { config, database, archive, logger }: Platform,
  signal: AbortSignal,
): Promise<void> {
  const { RETENTION_PAGE_DAYS: keepDays = null, RETENTION_LISTING_DAYS: keepListingDays } = config
  const policy = { keepDays, keepListingDays: keepListingDays === 0 ? null : keepListingDays }
  const startedAt = performance.now()
  const removed = await applyRetention({ database, archive }, policy, { restMs: BATCH_REST_MS, signal })
  const durationMs = Math.round(performance.now() - startedAt)
  logger.info({ keepDays, keepListingDays, durationMs, ...removed }, 'archive cleaned')
}
