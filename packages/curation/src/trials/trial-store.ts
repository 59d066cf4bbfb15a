import type { Database } from '@dateline/database'
import { BadInputError, sha256Hex } from '@dateline/domain'
import { sql } from 'kysely'
import { UnknownIdError } from '../correction.ts'
import type { LinkModel } from './model-of.ts'

export type TrialKind = 'stories' | 'classification'

export type Trial = {
  readonly trialId: string
  readonly kind: TrialKind
  readonly model: LinkModel
  readonly settings: string
  /** Events up to here have been gone through. */
  readonly position: number
  readonly articles: number
}

/** How far a trial is. */
export type TrialProgress = {
  readonly trialId: string
  readonly position: number
  readonly head: number
  readonly articles: number
}

const COLUMNS = sql`trial_id as "trialId", kind, model, settings, position, articles`
const TRIALS_MAX = 20

/**
 * The same model on the same log is the same trial: begun again, it goes on where it was.
 *
 * @param file bytes of the model, where it is not the one that ships; they are gone with the trial.
 * @throws {BadInputError}
 */
export async function openTrial(
  { db }: Database,
  kind: TrialKind,
  model: LinkModel,
  settings: string,
  file: Uint8Array | null = null,
): Promise<Trial> {
  const trialId = `trial-${sha256Hex(JSON.stringify([kind, model])).slice(0, 12)}`
  const found = await findTrial({ db } as Database, trialId)
  if (found !== null) return found
  if ((await listTrials({ db } as Database)).length >= TRIALS_MAX) {
    throw new BadInputError(`There are ${TRIALS_MAX} trials already: discard one, see \`dateline trial list\`.`)
  }
  await sql`insert into work.trial (trial_id, kind, model, settings, model_file)
    values (${trialId}, ${kind}, ${JSON.stringify(model)}::jsonb, ${settings}, ${file === null ? null : Buffer.from(file)})
    on conflict do nothing`.execute(db)
  return await getTrial({ db } as Database, trialId)
}

export async function listTrials({ db }: Database): Promise<Trial[]> {
  const { rows } = await sql<Trial>`select ${COLUMNS} from work.trial order by started_at, trial_id`.execute(db)
  return rows
}

/** @throws {UnknownIdError} */
export async function getTrial(database: Database, trialId: string): Promise<Trial> {
  const found = await findTrial(database, trialId)
  if (found === null) throw new UnknownIdError(`There is no trial ${trialId}: see \`dateline trial list\`.`)
  return found
}

/** Bytes of the model tried; null: the one that ships with the release. */
export async function trialModelFile({ db }: Database, trialId: string): Promise<Uint8Array | null> {
  const { rows } = await sql<{ model_file: Buffer | null }>`
    select model_file from work.trial where trial_id = ${trialId}`.execute(db)
  return rows[0]?.model_file ?? null
}

async function findTrial({ db }: Database, trialId: string): Promise<Trial | null> {
  const { rows } = await sql<Trial>`select ${COLUMNS} from work.trial where trial_id = ${trialId}`.execute(db)
  return rows[0] ?? null
}

/** Nothing is left of it; the live stories never knew it. @throws {UnknownIdError} */
export async function discardTrial(database: Database, trialId: string): Promise<void> {
  await getTrial(database, trialId)
  await sql`delete from work.trial where trial_id = ${trialId}`.execute(database.db)
}

/** What a trial found on one page of the log, and how far it is then: both or neither. */
export type TrialPage = {
  readonly position: number
  readonly articles: number
  readonly decisions: readonly {
    readonly position: number
    readonly number: number
    readonly stream: string
    readonly event: string
  }[]
  readonly verdicts: readonly { readonly position: number; readonly articleId: string; readonly verdict: string }[]
}

/** @throws {BadInputError} if another process has gone on with the trial meanwhile. */
export async function saveTrialPage({ db }: Database, trial: Trial, page: TrialPage): Promise<Trial> {
  return await db.transaction().execute(async (trx) => {
    const { rows } = await sql`
      update work.trial set position = ${page.position}, articles = articles + ${page.articles}, updated_at = clock_timestamp()
       where trial_id = ${trial.trialId} and position = ${trial.position} returning 1`.execute(trx)
    if (rows.length === 0) {
      throw new BadInputError(`Trial ${trial.trialId} is run by another process, or was discarded.`)
    }
    await sql`
      insert into work.trial_decision (trial_id, position, number, stream, event)
      select ${trial.trialId}, d.position, d.number, d.stream, d.event
        from json_to_recordset(${JSON.stringify(page.decisions)}::json)
          as d (position bigint, number integer, stream text, event text)`.execute(trx)
    await sql`
      insert into work.trial_verdict (trial_id, article_id, position, verdict)
      select ${trial.trialId}, v."articleId", v.position, v.verdict
        from json_to_recordset(${JSON.stringify(page.verdicts)}::json) as v ("articleId" text, position bigint, verdict text)
      on conflict (trial_id, article_id) do update set position = excluded.position, verdict = excluded.verdict`.execute(
      trx,
    )
    return { ...trial, position: page.position, articles: trial.articles + page.articles }
  })
}

/** Decisions on events after one position up to another, in the order they were made. */
export async function readDecisions(
  { db }: Database,
  trialId: string,
  after: number,
  upTo: number,
): Promise<{ position: number; stream: string; event: string }[]> {
  const { rows } = await sql<{ position: number; stream: string; event: string }>`
    select position, stream, event from work.trial_decision
     where trial_id = ${trialId} and position > ${after} and position <= ${upTo} order by position, number`.execute(db)
  return rows
}

/** sha256 over all that a trial found, in order: equal digests are equal verdicts, byte by byte. */
export async function digestTrial({ db }: Database, trialId: string): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select encode(sha256(
        (select coalesce(string_agg(sha256(convert_to(stream || event, 'UTF8')), '' order by position, number), '')
           from work.trial_decision where trial_id = ${trialId})
     || (select coalesce(string_agg(sha256(convert_to(article_id || verdict, 'UTF8')), '' order by article_id), '')
           from work.trial_verdict where trial_id = ${trialId})), 'hex') as digest`.execute(db)
  return rows[0]!.digest
}
