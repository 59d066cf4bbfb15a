import type { When } from './extraction.ts'

/** A time as exactly as its page says it: "2026-05-03 10:20:00 UTC", "2026-05-03 10:20:00 (zone not stated)", "2026-05". */
export function timeAsStated({ at, zone }: When): string {
  return at.replace('T', ' ').replace(/Z$/, zone === 'assumed' ? ' (zone not stated)' : ' UTC')
}
