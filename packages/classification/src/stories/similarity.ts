import type { Member, StoryState } from './state.ts'
import { cosine } from './vector.ts'

/** Members that stand for a large story: the average over them is close to the average over all. */
const SAMPLE_MAX = 12

/** Days after which a silent story is over: what comes later opens a new episode. */
export const EPISODE_DAYS = 14

/** Evenly spread over the story's history, the first and the last among them. */
export function sampleOf({ members }: StoryState): readonly Member[] {
  if (members.length <= SAMPLE_MAX) return members
  const step = (members.length - 1) / (SAMPLE_MAX - 1)
  return Array.from({ length: SAMPLE_MAX }, (_, at) => members[Math.round(at * step)]!)
}

/** Average similarity of an article to a story without itself, and the member it is closest to. */
export function likeness(member: Member, story: StoryState): { score: number; nearest: Member | null; best: number } {
  let sum = 0
  let count = 0
  let best = 0
  let nearest: Member | null = null
  for (const other of sampleOf(story)) {
    if (other === member) continue
    const found = cosine(member.vector, other.vector)
    sum += found
    count++
    if (nearest === null || found > best) {
      best = found
      nearest = other
    }
  }
  return { score: count === 0 ? 0 : sum / count, nearest, best }
}

/** Average similarity over pairs of articles of two stories. */
export function likenessOfStories(a: StoryState, b: StoryState): number {
  let sum = 0
  const members = sampleOf(a)
  for (const member of members) sum += likeness(member, b).score
  return sum / members.length
}

/** Similarity from which articles tell one story. Short texts share fewer words even when they do. */
export function threshold(features: number): number {
  const length = Math.min(1, Math.max(0, (features - 10) / 50))
  return THRESHOLD_SHORT + (THRESHOLD_LONG - THRESHOLD_SHORT) * length
}

const THRESHOLD_SHORT = 0.13
const THRESHOLD_LONG = 0.22
