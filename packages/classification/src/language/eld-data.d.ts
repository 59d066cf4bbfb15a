/** What the package keeps inside: its declared entries hand out a detector only, which reads the n-grams as they are below. */
declare module '*/eld/src/ngrams/large.js' {
  export const ngramsData: {
    /** Codes of the languages, by number. */
    readonly languages: Readonly<Record<string, string>>
    /** N-gram → number of a language → score. */
    ngrams: Readonly<Record<string, Readonly<Record<number, number>>>>
  }
}

declare module '*/eld/src/dictionary.js' {
  /** The character that stands for each byte of UTF-8. */
  export const dictionary: readonly string[]
}

declare module '*/eld/src/avgScore.js' {
  /** Score that texts of a language have on average. */
  export const avgScore: Readonly<Record<string, number>>
}
