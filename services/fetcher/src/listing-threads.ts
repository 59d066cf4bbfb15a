import { openThreads } from '@dateline/platform'
import type { ListingTask, ParsedListing } from './parse-listing.ts'

/** Listings are short work, and few: one thread keeps up with any fetcher. */
const THREADS = 1

export type ListingThreads = {
  /** @returns what is listed; one that takes too long or too much memory has failed as over the limit. */
  parse(task: ListingTask): Promise<ParsedListing>
  stop(): Promise<void>
}

/** The thread in which feeds, sitemaps and section pages are read. */
export function openListingThreads(timeoutMs: number): ListingThreads {
  const filename = new URL('./parse-listing.ts', import.meta.url).href
  const pool = openThreads({ filename, threads: THREADS, timeoutMs })
  return {
    async parse(task) {
      const parsed = await pool.run<ParsedListing>(task)
      if (parsed.kind === 'done') return parsed.result
      return { kind: 'failed', code: 'over-limit', message: `reading the listing ${parsed.detail}` }
    },
    stop: () => pool.stop(),
  }
}
