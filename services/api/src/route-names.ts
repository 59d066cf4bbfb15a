import { z } from 'zod'
import { NotFoundError } from './problem.ts'

/** Ids, streams and IPTC codes: nothing that Postgres could not store. */
export const name = z
  .string()
  .max(100)
  .regex(/^[\w:.-]+$/, 'letters, digits and : . _ - only')
export const articleParams = z.object({ articleId: name })

/** @throws {NotFoundError} naming what there is none of. */
export function found<Value>(value: Value | null, what: string): Value {
  if (value === null) throw new NotFoundError(`There is no ${what}.`)
  return value
}
