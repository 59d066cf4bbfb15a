import { provenanceOf } from '@dateline/classification'
import type { Database } from '@dateline/database'
import { copyKind, instant, when } from '@dateline/domain'
import type { AsOf } from '@dateline/read-models'
import { z } from 'zod'
import { readStoryTexts } from './story-texts.ts'

/** Copies compared sentence by sentence for one answer: some milliseconds each. */
const COMPARED_MAX = 40

const alteration = z.object({
  kind: z.enum(['number', 'name', 'negation']),
  original: z.array(z.string()).readonly().meta({ description: 'What only the original has' }),
  copy: z.array(z.string()).readonly().meta({ description: 'What only the copy has' }),
  originalSentence: z.string(),
  copySentence: z.string(),
})

const changes = z.object({
  kept: z.int().meta({ description: 'Sentences of the original that it carries, word for word or reworded' }),
  added: z.array(z.string()).readonly().meta({ description: 'Sentences that the original does not have' }),
  dropped: z.array(z.string()).readonly().meta({ description: 'Sentences of the original that it leaves out' }),
  altered: z
    .array(alteration)
    .readonly()
    .meta({ description: 'Sentences that say something else: other numbers, other names, a negation lost or put in' }),
})

const member = z.object({
  articleId: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: instant.nullable(),
  publishedPrecision: when.shape.precision.nullable(),
  publishedZone: when.shape.zone.nullable(),
  copy: z
    .object({
      ...{ kind: copyKind, containment: z.number(), evidence: z.string() },
      statedBy: z
        .object({ actor: z.string(), reason: z.string() })
        .nullable()
        .meta({ description: 'The person who says that it is a copy; null: the texts say so' }),
      alsoOf: z
        .array(
          z.object({
            articleId: z.string(),
            agency: z.string().nullable(),
            containment: z
              .number()
              .meta({ description: 'Share of the page that stands there and in no text named before' }),
            evidence: z.string(),
          }),
        )
        .readonly()
        .meta({
          description: 'Other texts of the story that it carries a part of, as a page pasted from two wires does',
        }),
    })
    .nullable()
    .meta({ description: 'How it carries the text; null: the text is its own' }),
  agency: z
    .object({ id: z.string(), basis: z.enum(['explicit', 'derived', 'inferred']), evidence: z.string() })
    .nullable()
    .meta({ description: 'Credited on the page, or inferred from whose text it carries: never in place of a credit' }),
  changes: changes.nullable().meta({ description: 'Against the text it carries; null for that text itself' }),
})

export const storyProvenance = z.object({
  storyId: z.string(),
  redirectedFrom: z.string().nullable(),
  label: z.string().nullable(),
  pages: z.int(),
  origins: z.int().meta({ description: 'Independent texts' }),
  summary: z.string().meta({ description: '"5 pages = 2 wires + 1 unknown"' }),
  families: z
    .array(
      z.object({
        canonicalArticleId: z.string().meta({ description: 'Whose text the members carry' }),
        kind: z.enum(['wire', 'shared', 'unknown']).meta({
          description:
            'wire: an agency is credited; shared: several pages, none credits one; unknown: a single page that credits nobody',
        }),
        agency: z.string().nullable(),
        because: z.string().nullable().meta({ description: 'What makes it the original, and the others copies' }),
        members: z.array(member).readonly(),
      }),
    )
    .readonly(),
  unread: z.int().meta({ description: 'Pages beyond the 300 that are looked at' }),
})
export type StoryProvenance = z.infer<typeof storyProvenance>

/**
 * Who carries whose text in a story, what the copies made of it, and how many origins the story has.
 *
 * @throws {UnknownIdError} if there is no such story.
 */
export async function readProvenance(database: Database, storyId: string, asOf?: AsOf): Promise<StoryProvenance> {
  const { story, articles, unread } = await readStoryTexts(database, storyId, asOf)
  const copies = new Map(articles.flatMap(({ document, copy }) => (copy === null ? [] : [[document.articleId, copy]])))
  const documents = articles.map(({ document }) => document)
  const { families, ...counts } = provenanceOf(documents, copies, COMPARED_MAX)
  const summaries = new Map(articles.map(({ summary }) => [summary.articleId, summary]))
  return {
    storyId: story.storyId,
    redirectedFrom: story.redirectedFrom,
    label: story.label,
    ...counts,
    families: families.map((family) => ({
      ...family,
      members: family.members.map((each) => {
        const {
          title = null,
          publisher = null,
          publisherDomain = null,
          url = null,
          publishedAt = null,
          publishedPrecision = null,
          publishedZone = null,
        } = summaries.get(each.articleId) ?? {}
        const published = { publishedAt, publishedPrecision, publishedZone }
        return { ...each, title, publisher: publisher ?? publisherDomain, url, ...published }
      }),
    })),
    unread,
  }
}
