import type { ArticleWindow } from '../stories/article-window.ts'
import type { Member } from '../stories/member.ts'
import { createPostings } from '../stories/postings.ts'
import { createTally } from '../stories/tally.ts'
import { type ForeignMarks, STEPS } from './foreign-marks.ts'

/** Finds articles in other languages by their marks. */
export type ForeignIndex = {
  /** What marks tell as of now: the less, the more articles have had them. */
  readonly weigh: (marks: ForeignMarks) => ForeignMarks
  readonly add: (member: Member) => void
  /** Articles in other languages that have most in common with one, most first. */
  readonly find: (member: Member) => readonly Member[]
}

/** A mark that so many articles have leads to nothing. */
const COMMON_ARTICLES = 64
/** Articles are counted up to here. */
const POSTINGS_MAX = 1_024
const FOUND_MAX = 6

/**
 * Nothing is indexed before a second language has come: a log of one pays nothing. Then all that the window holds is. What is
 * found depends on the order of articles alone.
 */
export function createForeignIndex(window: ArticleWindow, articlesMax: number): ForeignIndex {
  const tally = createTally()
  const slots = new Uint32Array(COMMON_ARTICLES)
  let postings: ReturnType<typeof createPostings> | null = null
  let language: string | null = null

  const index = (member: Member): void => {
    for (const hash of member.foreign.hashes) postings!.add(hash, member.slot)
  }

  return {
    weigh(marks) {
      const { hashes, strengths } = marks
      if (hashes.length === 0) return marks
      const rarer = strengths.map((strength, at) => {
        const articles = postings === null ? 0 : postings.lengthOf(hashes[at]!)
        // A burst of reports on one event makes its names no more common than a few.
        return Math.max(0, strength - Math.round(Math.log(1 + articles / 4) * STEPS))
      })
      return { hashes, strengths: rarer }
    },
    add(member) {
      if (member.language === null) return
      language ??= member.language
      if (postings !== null) index(member)
      else if (member.language !== language) {
        postings = createPostings(POSTINGS_MAX, articlesMax)
        for (let slot = Math.max(0, window.nextSlot() - articlesMax); slot < window.nextSlot(); slot++)
          index(window.at(slot))
      }
    },
    find({ slot: own, language: spoken, foreign }) {
      if (postings === null || spoken === null) return []
      tally.clear()
      for (const [at, hash] of foreign.hashes.entries()) {
        if (postings.lengthOf(hash) > COMMON_ARTICLES) continue
        const read = postings.read(hash, COMMON_ARTICLES, slots)
        for (let place = 0; place < read; place++) {
          const slot = slots[place]!
          if (slot === own || !window.holds(slot)) continue
          const other = window.at(slot).language
          if (other !== null && other !== spoken) tally.add(slot, foreign.strengths[at]!)
        }
      }
      return tally.largest(FOUND_MAX).map((slot) => window.at(slot))
    },
  }
}
