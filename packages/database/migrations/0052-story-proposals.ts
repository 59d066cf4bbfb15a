import { type Kysely, sql } from 'kysely'

/** Merges that an embedder proposes. None of them is a fact: a person accepts one, and that is recorded, or rejects it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.story_proposal (
      proposal_id text             primary key collate "C" check (proposal_id ~ '^proposal-[0-9a-f]{12}$'),
      story_id    text             not null, -- would go on
      from_id     text             not null, -- would end
      score       double precision not null, -- cosine of the two stories' vectors
      model       text             not null,
      proposed_at timestamptz      not null default clock_timestamp(),
      state       text             not null default 'open' check (state in ('open', 'accepted', 'rejected')),
      actor       text,
      reason      text,
      decided_at  timestamptz
    )`.execute(db)
  await sql`create index story_proposal_open on work.story_proposal (score desc) where state = 'open'`.execute(db)
}
