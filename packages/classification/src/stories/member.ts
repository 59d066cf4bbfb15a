import type { CopySequence } from '../copies/sequence.ts'
import type { ForeignMarks } from '../foreign/foreign-marks.ts'
import type { StoryDocument } from './document.ts'
import type { Particulars } from './particulars.ts'
import type { Profile } from './profile.ts'
import type { Vector } from './vector.ts'

/** One article as grouping remembers it. */
export type Member = {
  readonly slot: number
  readonly articleId: string
  title: string
  day: number
  language: string | null
  host: string | null
  agency: StoryDocument['agency']
  vector: Vector
  titleVector: Vector
  particulars: Particulars
  /** By which it is compared with articles in other languages. */
  foreign: ForeignMarks
  sequence: CopySequence
  /** What it said before, as far as it goes on from that: a page may carry an earlier version of it. Null: nothing else. */
  earlier: readonly { readonly sequence: CopySequence }[] | null
  story: StoryState | null
  /** A person has placed it: automatic decisions leave it where it is. */
  placedByPerson: boolean
  /** The canonical item whose copy it is. */
  copyOf: string | null
  /** A person has said so: automatic decisions leave it. */
  copyByPerson: boolean
  /** Articles that have not copied each other, it and these, as people say. */
  noCopyOf: Set<string> | null
}

export type StoryState = {
  readonly id: string
  label: string
  /** A person has named it: automatic decisions keep the name. */
  labelledByPerson: boolean
  /**
   * Stories that a person keeps apart from it, neither they nor their articles are brought together again, each with why:
   * the articles that were moved between them, or AS_WHOLES.
   */
  apartFrom: Map<string, Set<string>> | null
  readonly members: Member[]
  /** Sum of its members; null: not needed for a while, made again on demand. */
  profile: Profile | null
  firstDay: number
  lastDay: number
  /** Slot of its newest article. */
  lastSlot: number
  /** Ids under which it is known since it took other stories in; null: none. */
  redirectedFrom: string[] | null
}
