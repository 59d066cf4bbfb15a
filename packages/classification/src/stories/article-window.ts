import type { Member } from './member.ts'

/** The newest articles by their slots: those that new ones are compared with. */
export type ArticleWindow = {
  /** Gives an article the next slot, and forgets the article that had its place. */
  readonly add: (make: (slot: number) => Member) => Member
  /** Slot of the next new article. */
  readonly nextSlot: () => number
  readonly holds: (slot: number) => boolean
  /** @param slot one that the window holds. */
  readonly at: (slot: number) => Member
}

/** @param left called with each article that leaves the window. */
export function createArticleWindow(articlesMax: number, left: (member: Member) => void): ArticleWindow {
  const members: Member[] = []
  let count = 0
  return {
    add(make) {
      const oldest = members[count % articlesMax]
      if (oldest !== undefined) left(oldest)
      const member = make(count)
      members[count % articlesMax] = member
      count++
      return member
    },
    nextSlot: () => count,
    holds: (slot) => slot >= count - articlesMax && slot < count,
    at: (slot) => members[slot % articlesMax]!,
  }
}
