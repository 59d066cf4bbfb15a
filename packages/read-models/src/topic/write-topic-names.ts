import type { Db } from '@dateline/database'
import { allTopicNames } from '@dateline/domain'
import { sql } from 'kysely'

/** Writes down how people call the topics, for `read.topic_name`. Running twice is harmless: what is so already is not written. */
export async function writeTopicNames(db: Db): Promise<void> {
  const names = JSON.stringify(allTopicNames())
  await sql`
    insert into views.topic_name (qcode, language, name)
    select qcode, language, name from jsonb_to_recordset(${names}::jsonb) n (qcode text, language text, name text)
    on conflict (qcode, language) do update set name = excluded.name where topic_name.name <> excluded.name`.execute(db)
}
