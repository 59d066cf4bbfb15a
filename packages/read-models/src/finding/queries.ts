import type { Db } from '@dateline/database'
import { changeKind, instant, revisionChange } from '@dateline/domain'
import { z } from 'zod'
import type { AsOf } from '../as-of.ts'
import { checkLimit, decodeCursor, encodeCursor, type Page, toPage } from '../cursor.ts'
import { readDb } from '../read-tables.ts'
import { toJson } from '../to-json.ts'

export const findingKind = z.enum(['stealth-edit', 'outdated-copy', 'altered-copy'])
export type FindingKind = z.infer<typeof findingKind>

export const finding = z.object({
  articleId: z.string(),
  position: z.int().meta({ description: 'Of the event that says so' }),
  recordedAt: instant,
  kind: findingKind.meta({
    description:
      'stealth-edit: changed in substance without notice or later time of change. outdated-copy: still says what its original no longer says. altered-copy: says what its original never said',
  }),
  contentSha256: z.string().nullable().meta({ description: 'Of the text it is about: see the revisions' }),
  originalArticleId: z.string().nullable().meta({ description: 'Of a copy' }),
  changeKinds: z.array(changeKind),
  correction: z.string().nullable().meta({ description: 'Of an outdated copy: the notice its original prints' }),
  evidence: z.string().nullable(),
  detector: z.string().nullable(),
  retractedAt: instant.nullable().meta({
    description:
      'When it was taken back: the original has come to say what the copy says, or it is no copy of it; null: it stands',
  }),
  retractedBecause: z.string().nullable(),
  changes: z.array(revisionChange).meta({ description: 'Word by word; empty where the event has been erased' }),
  sentences: z.array(z.object({ original: z.string(), copy: z.string() })).meta({
    description: 'Of an altered copy: the sentences its changes stand in, as the original has them and as the copy has',
  }),
  title: z.string().nullable().meta({ description: 'Present headline of the article' }),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
})
export type Finding = z.infer<typeof finding>

export const findingFilter = z.object({
  kind: findingKind.optional().describe('Only of this kind'),
  articleId: z.string().max(100).optional().describe('Only of this article'),
  retracted: z
    .enum(['true', 'false'])
    .optional()
    .describe('true: only those that were taken back; without it: those that stand'),
})
export type FindingFilter = {
  readonly [Key in keyof z.infer<typeof findingFilter>]?: z.infer<typeof findingFilter>[Key] | undefined
}

/** Findings, newest first. @throws {BadInputError} */
export async function listFindings(
  db: Db,
  filter: FindingFilter,
  cursor: string | null,
  limit: number,
  asOf?: AsOf,
): Promise<Page<Finding>> {
  const after = decodeCursor('findings', cursor)
  const end = asOf ?? Number.MAX_SAFE_INTEGER
  const rows = await readDb(db)
    .selectFrom('read.finding as f')
    .leftJoin('read.article as a', 'a.article_id', 'f.article_id')
    .leftJoin('log.event as e', 'e.position', 'f.position')
    .select(['f.article_id', 'f.position', 'f.recorded_at', 'f.kind', 'f.content_sha256', 'f.original_article_id'])
    .select(['f.change_kinds', 'f.correction', 'f.evidence', 'f.detector', 'e.data', 'a.title', 'a.publisher', 'a.url'])
    .select(['f.retracted_at', 'f.retracted_because', 'f.retracted_position'])
    .where(({ eb }) => {
      const isStanding = eb.or([eb('f.retracted_position', 'is', null), eb('f.retracted_position', '>', end)])
      return filter.retracted === 'true' ? eb.not(isStanding) : isStanding
    })
    .$if(filter.kind !== undefined, (query) => query.where('f.kind', '=', filter.kind!))
    .$if(filter.articleId !== undefined, (query) => query.where('f.article_id', '=', filter.articleId!))
    .where('f.position', '<=', end)
    .$if(after !== null, (query) => query.where('f.position', '<', after![0]))
    .orderBy('f.position', 'desc')
    .limit(checkLimit(limit) + 1)
    .execute()
  const keyOf = ({ position }: { position: number }) => encodeCursor('findings', [position])
  return toPage(rows, limit, keyOf, ({ data, retracted_position, ...row }) => {
    const body = data === null ? null : (JSON.parse(data) as Partial<Pick<Finding, 'changes' | 'sentences'>>)
    const isStanding = retracted_position === null || retracted_position > end
    const stands = isStanding ? { retracted_at: null, retracted_because: null } : {}
    return {
      ...toJson({ ...row, ...stands }),
      changes: body?.changes ?? [],
      sentences: body?.sentences ?? [],
    } as Finding
  })
}
