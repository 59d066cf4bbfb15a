import { type Kysely, sql } from 'kysely'

/** An id of a story that ended leads to the one that goes on, however often that was merged itself: in SQL as in REST. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function read.current_story(story_id text) returns text
    language sql stable parallel safe
    begin atomic
      with recursive step (story_id, merged_into, hops) as (
        select s.story_id, s.merged_into, 0 from read.story s where s.story_id = current_story.story_id
        union all
        select s.story_id, s.merged_into, step.hops + 1
          from step join read.story s on s.story_id = step.merged_into where step.hops < 1000
      )
      select step.story_id from step where step.merged_into is null;
    end`.execute(db)
  await sql`comment on function read.current_story(text) is ${sql.lit(
    'Id of the story that goes on for one that was merged, its own for one that stands; null: there is no such story.',
  )}`.execute(db)
}
