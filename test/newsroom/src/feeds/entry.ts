/** One entry of a listing, in the order and with the address in which the outlet lists it. */
export type Entry = {
  readonly url: string
  readonly title: string
  readonly teaser: string
  readonly authors: readonly string[]
  readonly published: string
  readonly section: string
}
