import type { Kysely } from 'kysely'
import { growView } from '../src/grow-view.ts'

/** Why there is another reading of an article: only one that found it changed is a revision. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await growView(db, 'revision', 'r', [
    {
      name: 'why',
      type: "text not null default 'changed'",
      comment:
        'changed: a revision. live-update: a live blog went on. alternates: a page that goes to and fro shows a text again. read-again: another version of the extractor read the same bytes.',
    },
  ])
}
