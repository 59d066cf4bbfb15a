import { PAGE_ITEMS_DEFAULT, PAGE_ITEMS_MAX } from '@dateline/read-models'
import { z } from 'zod'

export const pageQuery = z.object({
  cursor: z
    .string()
    .max(500)
    .nullable()
    .default(null)
    .describe('`next` of the page before; without it: the first page'),
  limit: z.coerce.number().int().min(1).max(PAGE_ITEMS_MAX).default(PAGE_ITEMS_DEFAULT),
})

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item).readonly(),
    next: z.string().nullable().describe('Cursor of the next page; null: the end'),
  })
}
