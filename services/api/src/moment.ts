import type { Db } from '@dateline/database'
import { type AsOf, resolveAsOf } from '@dateline/read-models'
import { z } from 'zod'

export const asOfQuery = z.object({
  asOf: z
    .string()
    .max(40)
    .optional()
    .describe('Read as it stood then: a time such as 2026-11-20T10:00:00Z, or a position of the log'),
  minPosition: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .describe('Wait until the views have taken in this position, such as that of your own request'),
})

/** @throws {BadInputError} for a moment that is none. */
export function momentOf(db: Db, asOf: string | undefined): Promise<AsOf> {
  return resolveAsOf({ db }, asOf)
}
