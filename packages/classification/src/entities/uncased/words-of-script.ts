/** What tells names in a script without capitals that divides its words by spaces. Words are without the small words written onto them. */
export type SpacedWords = {
  /** Small words that are written onto the next one: "and", "in", "the". */
  readonly prefixes: readonly string[]
  /** Endings by which names are declined, longest first, and what stands in their place in the name itself. */
  readonly endings: readonly (readonly [string, string])[]
  /** Words that stand before a person's name. */
  readonly titles: ReadonlySet<string>
  /** Common given names; of neighbours' and western ones those that news name most. */
  readonly given: ReadonlySet<string>
  /** Parts of names that take the next word with them: "ben", "Abu". */
  readonly joiners: ReadonlySet<string>
  /** A given name and one more are all there is, though that one is a given name too. */
  readonly areNamesOfTwo?: boolean
  /** Parts that belong to the given name before them: "al-Din". */
  readonly seconds: ReadonlySet<string>
  /** Function words: no name goes on over them. */
  readonly stops: ReadonlySet<string>
  /** Words that begin so are none of a name either: "with the", "to the". */
  readonly stopHead: RegExp | null
  /** Function words that stand between an office and what it is of. */
  readonly genitives: ReadonlySet<string>
  /** The word behind who says or does it, as good as a verb of saying. */
  readonly agentMark: string
  /** Cities and regions that news name without saying what they are; countries are CLDR's. */
  readonly places: readonly string[]
  /** Words whose neighbour is the name of a place: before it, or behind it. */
  readonly placeNouns: { readonly before: ReadonlySet<string>; readonly behind: ReadonlySet<string> }
  /** Bodies that everybody knows by name. */
  readonly bodies: readonly string[]
  /** First words of bodies' names with the word behind them; last words with those before them, and with a place before them alone. */
  readonly bodyNouns: {
    readonly before: ReadonlySet<string>
    readonly behind: ReadonlySet<string>
    readonly weak: ReadonlySet<string>
  }
  /** First words of clubs' names: any word behind them is one. */
  readonly clubs: ReadonlySet<string>
  /** "the", written onto the word: what stands behind a body's noun is a name or has it. */
  readonly article: string
  /** What stands beside such a word and makes no name of it: "local", "private"; and countries' names that are other words as well. */
  readonly plain: ReadonlySet<string>
}
