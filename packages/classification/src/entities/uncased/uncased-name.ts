/** A name found in a script without capitals. */
export type UncasedName = {
  readonly name: string
  readonly kind: 'person' | 'organisation' | 'place'
  /** Offset in the text. */
  readonly start: number
  /** The full name, where this is the family name alone. */
  readonly of?: string
}

/** A name and the words that it is made of: from, and up to, the index of one. */
export type Stretch = UncasedName & { readonly from: number; readonly end: number }
