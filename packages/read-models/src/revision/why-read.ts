import type { ArticleEventOf } from '@dateline/domain'
import { z } from 'zod'

/**
 * Why there is another reading of an article. Only `changed` is a revision: a live blog goes on, a page goes to and fro between two
 * texts, and another version of the extractor reads the same bytes otherwise.
 */
export const whyReadSchema = z.enum(['changed', 'live-update', 'alternates', 'read-again'])
export type WhyRead = z.infer<typeof whyReadSchema>

export function whyRead(data: ArticleEventOf<'ArticleExtracted'>['data']): WhyRead {
  if (data.promotion !== undefined) return 'read-again'
  if (data.alternates === true) return 'alternates'
  return data.liveUpdate === true ? 'live-update' : 'changed'
}
