import type { Member, StoryState } from './member.ts'
import { keptProfileOf, type Profile } from './profile.ts'

/** Profile of a story's origins: copies of one text would make it look closer than its reports are to one another. */
export function profileOfStory(story: StoryState): Profile {
  if (story.profile !== null) return story.profile
  const profile = keptProfileOf(originsOf(story.members))
  profiled.push(story)
  // The story itself may stand among the oldest as well, from an earlier time.
  if (profiled.length > PROFILES_MAX) for (const oldest of profiled.splice(0, PROFILES_MAX / 2)) oldest.profile = null
  story.profile = profile
  return profile
}

/** Whether an article's words are its own, and held. */
export function isOrigin({ copyOf, vector }: Member): boolean {
  return copyOf === null && vector.end > vector.start
}

/** Stories whose profile is kept: about 5 kB each. Those of a day are asked about again and again; one made anew is the same to the last bit. */
const PROFILES_MAX = 8_000
const profiled: StoryState[] = []

/** Those that are no copies; all, where there is none. */
export function originsOf(members: readonly Member[]): readonly Member[] {
  const origins = members.filter(isOrigin)
  return origins.length > 0 ? origins : members
}
