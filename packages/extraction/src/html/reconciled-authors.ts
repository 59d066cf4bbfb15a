import type { Field, Person } from '@dateline/domain'
import type { Agency } from '../credits/find-agency.ts'
import { known, unknown } from './field.ts'
import { squeezeName } from './page-facts.ts'

/** Who one place of a page credits. */
export type AuthorWitness = {
  raw: string
  source: string
  authors: Person[]
  agency: Agency | null
  rest: string[]
  /** It opened with a word like "By". */
  isMarked?: boolean
}

export const sharesAuthor = (a: AuthorWitness, b: AuthorWitness | null): boolean =>
  b !== null && a.authors.some(({ name }) => b.authors.some((other) => squeezeName(other.name) === squeezeName(name)))

export const isWithin = (name: string, other: string): boolean => squeezeName(other).includes(squeezeName(name))

/**
 * The line credits people, and none of those who are believed to be the authors, or links to more of them: it belongs to
 * another piece, or holds the names of one.
 */
export const namesOthers = ({ authors, source }: AuthorWitness, believed: readonly Person[]) =>
  authors.length > 0 &&
  believed.length > 0 &&
  ((source.startsWith('a href=') && authors.length > believed.length) ||
    !authors.some(({ name }) => believed.some((other) => isWithin(name, other.name) || isWithin(other.name, name))))

/**
 * The authors of what a page states for machines and what it prints. Names that both give are certain; where they name
 * different people, the stated ones, unless the tag is one that templates fill in by themselves.
 */
export function reconciledAuthors(stated: AuthorWitness | null, printed: AuthorWitness | null): Field<Person[]> {
  const [a, b] = [stated?.authors ?? [], printed?.authors ?? []]
  if (a.length === 0 && b.length === 0) return unknown('nobody is named as the author')
  if (stated === null || a.length === 0) return known(b, `${printed!.source}: ${printed!.raw}`, 0.8)
  const evidence = `${stated.source}: ${stated.raw}`
  if (b.length === 0) return known(a, evidence, 0.85)
  const both = a.filter((one) => b.some((other) => squeezeName(other.name) === squeezeName(one.name)))
  const shown = `${printed!.source}: ${printed!.raw}`
  // Some templates state the first author alone.
  if (both.length === a.length && b.length > a.length && printed!.isMarked === true) return known([...b], shown, 0.9)
  if (both.length === a.length) return known(withPlaces(a, b), evidence, 0.97)
  if (both.length > 0) return known(a, evidence, 0.8)
  const same = samePerson(a, b)
  if (same !== null) return known(same, `${evidence}; ${shown}`, 0.8)
  const isLogin = printed!.isMarked === true && isOtherScript(a, b)
  if ((isFilledIn(stated) || isLogin) && isNamesAlone(printed!)) return known(b, `${shown}; not ${evidence}`, 0.75)
  return known(a, `${evidence}; not ${shown}`, 0.75)
}

/**
 * One person in two writings: "Ada" and "Ada Lem", "Coast expert Ada Lem" and "Ada Lem". The shorter has no role and no
 * opener, but a first name alone gives way to the whole name.
 */
function samePerson(a: readonly Person[], b: readonly Person[]): Person[] | null {
  if (a.length !== 1 || b.length !== 1) return null
  const [short, long] = a[0]!.name.length <= b[0]!.name.length ? [a, b] : [b, a]
  const [part, whole] = [short[0]!.name, long[0]!.name]
  if (!` ${whole} `.includes(` ${part} `)) return null
  const isFirstName = !/\s/.test(part) && whole.startsWith(part) && whole.split(' ').length <= FULL_NAME_WORDS_MAX
  return [...(isFirstName ? long : short)]
}

const FULL_NAME_WORDS_MAX = 3

/** Many templates fill the plain tags with the house or with whoever typed the page in, or name people by their login. */
const isFilledIn = ({ source, authors }: AuthorWitness): boolean =>
  FILLED_IN.has(source) || authors.every(({ name }) => /^\p{scx=Latin}+$/u.test(name))

/** A page in Latin letters prints "By Ada Lem" and states whom its system knows in another script. */
const isOtherScript = (stated: readonly Person[], printed: readonly Person[]) =>
  printed.every(({ name }) => /\p{scx=Latin}/u.test(name)) && stated.every(({ name }) => !/\p{scx=Latin}/u.test(name))

const FILLED_IN: ReadonlySet<string> = new Set(['meta author', 'meta dc.creator', 'itemprop author'])

/** The line holds names and little else, so it is no box about the page. */
export const isNamesAlone = ({ raw, authors, isMarked }: AuthorWitness): boolean =>
  isMarked === true || authors.reduce((sum, { name }) => sum + name.length, 0) >= raw.length * NAMES_SHARE_MIN

const NAMES_SHARE_MIN = 0.5

/** The printed form also knows the house and the place of a person. */
const withPlaces = (stated: readonly Person[], printed: readonly Person[]) =>
  stated.map((one) => printed.find((other) => squeezeName(other.name) === squeezeName(one.name)) ?? one)
