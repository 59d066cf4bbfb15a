import { type Kysely, sql } from 'kysely'

/**
 * Whose turn it is at each host, over all processes, and what each host's robots.txt says. May be lost: hosts are then asked
 * for their robots.txt again, and the first requests after the loss may come sooner than the gap.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.host_pacing (
      host          text        not null primary key collate "C",
      next_turn_at  timestamptz not null, -- no request begins before
      leases        uuid[]      not null, -- of the requests that run
      leased_until  timestamptz not null, -- after this they count as lost
      queue_ends_at timestamptz not null, -- the latest time anybody was told to come back; 1970: nobody waits
      usual_ms      float8      not null default 200 -- of a request, lately
    ) with (fillfactor = 50)`.execute(db) // every request updates its row twice, and no index: room to do so in place
  await sql`
    create table work.robots (
      origin      text        not null primary key collate "C", -- e.g. "https://www.example.com"
      verdict     text        not null check (verdict in ('rules', 'allow-all', 'disallow-all')),
      body        bytea       check (octet_length(body) <= 512000),
      http_status integer,
      reason      text,        -- why all is disallowed
      detail      text,
      fetched_at  timestamptz not null,
      expires_at  timestamptz not null check (expires_at <= fetched_at + interval '24 hours 1 second'),
      check ((verdict = 'rules') = (body is not null)),
      check ((verdict = 'disallow-all') = (reason is not null))
    )`.execute(db)
}
