import { type Kysely, sql } from 'kysely'

/**
 * Subscriptions at WebSub hubs. May be lost: hubs then push to addresses nobody knows until their leases end, and every feed
 * that names a hub is subscribed to again at its next poll.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table work.push_subscription (
      callback    text        not null primary key, -- last part of the callback address: 128 random bits
      source_id   uuid        not null,
      hub         text        not null,
      topic       text        not null,
      secret      text        not null, -- key of the signatures: never logged, never shown
      state       text        not null default 'wanted'
                              check (state in ('wanted', 'asked', 'verified', 'refused', 'ending', 'ended')),
      because     text,                 -- why it is refused, or ends
      due_at      timestamptz default clock_timestamp(), -- when the hub is asked (again); null: never
      failures    integer     not null default 0,        -- of requests to the hub, in a row
      lease_until timestamptz,
      last_push_at timestamptz,
      pushes      bigint      not null default 0,
      forgeries   bigint      not null default 0, -- deliveries whose signature was missing or wrong
      created_at  timestamptz not null default clock_timestamp(),
      unique (source_id, hub, topic)
    )`.execute(db)
  await sql`create index push_subscription_due on work.push_subscription (due_at) where due_at is not null`.execute(db)
}
