/** What tells names in one language with capitals, beside what is known of all. Words in lower case; given names as `fold` writes them. */
export type LocalWords = {
  /** Words right before a person's name. */
  readonly titles?: string
  /** The same, but what the office is of, with a capital as well, may stand between: "Menteri Perhubungan Budi Hartanto". */
  readonly offices?: string
  readonly given?: string
  /** Given names elsewhere that are words here. */
  readonly notGiven?: string
  /** The given name stands last: "Szabó Gergely". */
  readonly isGivenLast?: boolean
  /** A person is called by the first word of the name after: "Budi Hartanto … Budi". */
  readonly isFirstAlone?: boolean
  /** Words in the name of a body, and small words that may stand within one. */
  readonly bodyWords?: string
  readonly bodyJoiners?: string
  /** Words beside a name that say that it is a body's. */
  readonly bodyNouns?: string
  /** Bodies whose names have small words: "Ministerstvo dopravy". The name is the group `name`, or all. Global. */
  readonly bodies?: RegExp
  readonly placeNouns?: string
  /** Words that begin or end the name of a place: "Jawa Tengah". */
  readonly placeWords?: string
  /** Cities and regions that its news name most; those of several words with `_`. */
  readonly places?: string
  /** Words right before a place, hardly ever before a person. */
  readonly placesAfter?: string
  /** Behind such a word, what stands there ends so if it is somebody ("із Шевчиком") or is no name alone ("з Львівського університету"). */
  readonly notPlace?: RegExp
  /** Small words within names: "Dar es Salaam". */
  readonly joiners?: string
  /** A given name and one more are all there is: what follows is another name. */
  readonly areNamesOfTwo?: boolean
  /** Ends of a word that say that something is there: "Oulussa". Behind an apostrophe where the language writes one. */
  readonly locative?: RegExp
  /** What makes all cases of a declined name alike, one after the other, over words as `fold` writes them. */
  readonly stemming?: readonly (readonly [RegExp, string])[]
  /** Of two forms of a name this one is the name itself; else the shorter one is. */
  readonly nominative?: RegExp
  /** What follows an apostrophe is an ending: "Ankara'da". */
  readonly isSuffixApart?: boolean
}
