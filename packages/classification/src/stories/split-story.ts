import type { Member } from './member.ts'
import { averageLikeness, type Profile, profileOf, profileOfOne } from './profile.ts'

/** Passes over the members in which each goes to the nearer half: more change nothing. */
const PASSES = 4

/** A half below this is a stray article: moving takes care of it. */
const HALF_ARTICLES_MIN = 2

/**
 * The two halves of a story between which there is least in common (2-means on the sphere, begun from the article that
 * is least like the whole), or null where it does not fall into two. Pure; ties go to the older article.
 */
export function halvesOf(members: readonly Member[]): { readonly halves: readonly [Member[], Member[]] } | null {
  if (members.length < 2 * HALF_ARTICLES_MIN) return null
  const whole = profileOf(members)
  const outer = leastLike(members, whole)
  const opposite = leastLike(members, profileOf([outer]))
  let centres: readonly [Profile, Profile] = [profileOf([opposite]), profileOf([outer])]
  let halves: readonly [Member[], Member[]] = [[], []]
  for (let pass = 0; pass < PASSES; pass++) {
    const [first, second] = centres
    halves = [[], []]
    for (const member of members) halves[relative(member, first) >= relative(member, second) ? 0 : 1].push(member)
    if (halves.some((half) => half.length < HALF_ARTICLES_MIN)) return null
    centres = [profileOf(halves[0]), profileOf(halves[1])]
  }
  return { halves }
}

function leastLike(members: readonly Member[], profile: Profile): Member {
  let least = members[0]!
  let score = Number.POSITIVE_INFINITY
  for (const member of members) {
    const found = averageLikeness(profileOfOne(member), profile, 'features')
    if (found >= score) continue
    score = found
    least = member
  }
  return least
}

/** Likeness to a half relative to the half's own length: a large diffuse half has no advantage. */
function relative(member: Member, profile: Profile): number {
  const length = Math.sqrt(profile.squared) / profile.count
  return length === 0 ? 0 : averageLikeness(profileOfOne(member), profile, 'features') / length
}
