import { type Kysely, sql } from 'kysely'

/**
 * Each group moves the one row of `log.head`. While somebody keeps a transaction open (a back-up, a report, a forgotten session)
 * the row's old versions cannot be cleaned away, and whoever looked for the newest had to pass by all of them: after 12,000
 * groups an append took three times as long, and the ten-millionth event was out of reach.
 *
 * So the position is the key: the newest version stands at the right-hand end of the index, found in the same time however many
 * old ones lie to its left.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table log.head drop constraint head_pkey, add primary key (position), reset (fillfactor)`.execute(db)
  // That there is one row was the old key's part.
  await sql`
    create trigger refuse_insert before insert on log.head
    for each row execute function log.refuse_change()`.execute(db)
  await change(db, 'log.write_group', [
    {
      from: `      update log.head h
         set position = h.position + cardinality(p_request),
             recorded_at = greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
      returning h.position - cardinality(p_request), h.recorded_at into strict v_head, v_time;`,
      to: `      select h.position, greatest(h.recorded_at, date_trunc('milliseconds', clock_timestamp()))
        into strict v_head, v_time
        from log.head h order by h.position desc limit 1;`,
    },
    { from: `        update log.head set position = v_last;\n`, to: '' },
    {
      from: `      perform pg_notify(`,
      to: `      update log.head h set position = v_last, recorded_at = v_time where h.position = v_head;
      perform pg_notify(`,
    },
  ])
  await change(db, 'log.settle', [
    { from: '(select position from log.head)', to: '(select position from log.head order by position desc limit 1)' },
  ])
}

/** What differs is said here, not the hundred lines that do not. The text of a function is as the migration before wrote it. */
async function change(
  db: Kysely<unknown>,
  name: string,
  changes: readonly { from: string; to: string }[],
): Promise<void> {
  const { rows } = await sql<{ text: string }>`select pg_get_functiondef(${name}::regproc) as text`.execute(db)
  let { text } = rows[0]!
  for (const { from, to } of changes) {
    if (text.split(from).length !== 2) throw new Error(`${name} is not as the migration before left it: "${from}"`)
    text = text.replace(from, () => to)
  }
  await sql.raw(text).execute(db)
}
