import type { Db } from '@dateline/database'
import type { Extraction, ExtractionVerdict } from '@dateline/domain'
import { sql } from 'kysely'

export type RunReport = {
  outcomes: { outcome: string; articles: number }[]
  /** Per field, in how many articles it changed, was gained (null before) or lost. */
  fields: { field: string; changed: number; gained: number; lost: number }[]
  /** Articles whose texts have least in common. */
  worst: { articleId: string; similarity: number; changes: string[]; title: string | null }[]
  samples: Sample[]
  /** Articles whose bytes are no longer in the archive: the first of them. */
  missing: { articleId: string; rawSha256: string }[]
}
export type Sample = { articleId: string; field: string; before: string | null; after: string | null }

const CHARS_SHOWN_MAX = 160
const SHARED_CHARS_SHOWN = 40
const MISSING_NAMED_MAX = 100

/** What another version makes different, field by field. @param limit of worst pages, and of samples for each field. */
export async function compareRun(db: Db, runId: string, limit: number): Promise<RunReport> {
  const { rows: outcomes } = await sql<RunReport['outcomes'][number]>`
    select outcome, count(*)::int as articles from work.reextraction where run_id = ${runId}
     group by outcome order by articles desc`.execute(db)
  const { rows: fields } = await sql<RunReport['fields'][number]>`
    select split_part(change, ':', 1) as field,
           (count(*) filter (where change like '%:changed'))::int as changed,
           (count(*) filter (where change like '%:gained'))::int as gained,
           (count(*) filter (where change like '%:lost'))::int as lost
      from work.reextraction, unnest(changes) as change where run_id = ${runId}
     group by 1 order by count(*) desc, 1`.execute(db)
  const { rows: worst } = await sql<{
    articleId: string
    similarity: number
    changes: string[]
    reading: string | null
  }>`
    select article_id as "articleId", similarity, changes, reading from work.reextraction
     where run_id = ${runId} and reading is not null and similarity < 1 order by similarity, article_id limit ${limit}`.execute(
    db,
  )
  const { rows: missing } = await sql<RunReport['missing'][number]>`
    select article_id as "articleId", raw_sha256 as "rawSha256" from work.reextraction
     where run_id = ${runId} and outcome = 'missing' order by article_id limit ${MISSING_NAMED_MAX}`.execute(db)
  return {
    outcomes,
    missing,
    fields,
    worst: worst.map(({ reading, ...row }) => ({ ...row, title: cut(shown(verdictIn(reading), 'title')) })),
    samples: await samplesOf(
      db,
      runId,
      fields.map(({ field }) => field),
      limit,
    ),
  }
}

async function samplesOf(db: Db, runId: string, fields: readonly string[], limit: number): Promise<Sample[]> {
  const samples: Sample[] = []
  for (const field of fields) {
    const { rows } = await sql<{ articleId: string; reading: string | null; data: string | null }>`
      select r.article_id as "articleId", r.reading, e.data from work.reextraction r left join log.event e using (position)
       where r.run_id = ${runId} and exists (select from unnest(r.changes) c where split_part(c, ':', 1) = ${field})
       order by r.article_id limit ${limit}`.execute(db)
    for (const { articleId, reading, data } of rows) {
      const standing = data === null ? null : (JSON.parse(data) as { extraction?: Extraction; reason?: string })
      const before = standing?.extraction ? ({ verdict: 'article', extraction: standing.extraction } as const) : null
      const one = field === 'reason' ? (standing?.reason ?? null) : shown(before, field)
      const other = shown(verdictIn(reading), field)
      const [from, to] = field === 'text' ? fromFirstDifference(one, other) : [one, other]
      samples.push({ articleId, field, before: cut(from), after: cut(to) })
    }
  }
  return samples
}

const verdictIn = (reading: string | null) => (reading === null ? null : (JSON.parse(reading) as ExtractionVerdict))

/** A field of a reading in words; null: not known, or no article. */
function shown(verdict: ExtractionVerdict | null, field: string): string | null {
  if (verdict === null) return null
  if (verdict.verdict === 'rejected') return field === 'reason' ? verdict.reason : null
  const { extraction } = verdict
  if (field === 'text') return extraction.text
  if (field in extraction.marks) return String(extraction.marks[field as keyof Extraction['marks']])
  const value = (extraction[field as keyof Extraction] as { value?: unknown } | undefined)?.value ?? null
  return value === null ? null : typeof value === 'string' ? value : JSON.stringify(value)
}

/** Two texts from where they part on, with a little of what they share before it. */
function fromFirstDifference(one: string | null, other: string | null): [string | null, string | null] {
  if (one === null || other === null) return [one, other]
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const start = Math.max(0, at - SHARED_CHARS_SHOWN)
  const from = (text: string) => (start === 0 ? text : `…${text.slice(start)}`)
  return [from(one), from(other)]
}

const cut = (text: string | null): string | null =>
  text === null ? null : text.replace(/\s+/g, ' ').slice(0, CHARS_SHOWN_MAX).toWellFormed()
