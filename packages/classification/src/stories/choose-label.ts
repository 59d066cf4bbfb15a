import type { Member, StoryState } from './member.ts'
import { averageLikeness, profileOfOne } from './profile.ts'
import { profileOfStory } from './story-profile.ts'

/** Titles weighed for a label. */
const TITLES_MAX = 32

/** The title that has most in common with all titles of a story: its own words, nothing invented. */
export function chooseLabel(story: StoryState): Member {
  const profile = profileOfStory(story)
  const step = Math.max(1, Math.ceil(story.members.length / TITLES_MAX))
  let best = story.members[0]!
  let most = -1
  for (let at = 0; at < story.members.length; at += step) {
    const member = story.members[at]!
    const found = averageLikeness(profileOfOne(member), profile, 'titles')
    if (found <= most) continue
    most = found
    best = member
  }
  return best
}
