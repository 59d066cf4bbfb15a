import type { Database } from '@dateline/database'
import { readLog } from '@dateline/event-store'
import { getStory } from '@dateline/read-models'

const PAGE_EVENTS = 2_000

/** Pairs that are kept in mind, newest first: people do not decide on more. */
const PAIRS_MAX = 10_000

/** Which stories people keep apart, asked by the ids under which they go on. */
export async function readKeptApart(database: Database): Promise<(one: string, other: string) => boolean> {
  const decided: (readonly [string, string])[] = []
  for (let after = 0; ; ) {
    const page = await readLog(database, { afterPosition: after, limit: PAGE_EVENTS, types: ['StoriesKeptApart'] })
    for (const event of page) {
      if (event.type === 'StoriesKeptApart' && !event.withdrawn)
        decided.push([event.data.storyId, event.data.otherStoryId])
    }
    if (page.length < PAGE_EVENTS) break
    after = page.at(-1)!.position
  }
  const pairs = new Set<string>()
  for (const [one, other] of decided.slice(-PAIRS_MAX)) {
    const [a, b] = [await getStory(database.db, one), await getStory(database.db, other)]
    pairs.add(pairOf(a?.storyId ?? one, b?.storyId ?? other))
  }
  return (one, other) => pairs.has(pairOf(one, other))
}

function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}
