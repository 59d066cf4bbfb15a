import { getDomainWithoutSuffix, parse } from 'tldts'
import { personName } from '../credits/person-name.ts'
import { articleParties, metaOf, overlap, type PageFacts, plainText, squeezeName, words } from './page-facts.ts'

/** Names of the outlet, which templates put where the author belongs. */
export function houseNames(facts: PageFacts, url: string | null): Set<string>[] {
  const domain = url === null ? null : getDomainWithoutSuffix(url)
  const publishers = articleParties(facts, 'publisher')
  const names = [
    metaOf(facts, 'og:site_name')?.value,
    metaOf(facts, 'application-name')?.value,
    ...publishers.map(({ name }) => name),
    ...titleTail(facts),
    domain ?? undefined,
  ].filter((name) => name !== undefined)
  // Of a publisher that is declared a person, the name is one's own.
  const owners = publishers.filter(({ name, kind }) => kind === 'person' && personName(name, false) !== null)
  const isOwner = (name: string) => owners.some((owner) => squeezeName(owner.name) === squeezeName(name))
  return names.filter((name) => !isOwner(name)).map(words)
}

/** "Headline - Outlet": the short last part of the title. */
function titleTail({ title }: PageFacts): string[] {
  const parts = (title ?? '').split(/\s[|–—-]\s/)
  const tail = parts.length < 2 ? undefined : plainText(parts.at(-1)!)
  return tail === undefined || words(tail).size > 4 || /^(?:by|von|par|por)\s/i.test(tail) ? [] : [tail]
}

/** "Saltwick Post (www.post.example)": who gives a host for a name is a house. */
export const namesHost = (name: string) =>
  !name.includes(',') &&
  name.split(/[\s()[\]/]+/).some((word) => /^[\w-]{2,}(?:\.[a-z]{2,})+$/.test(word) && parse(word).isIcann === true)

export function isHouse(name: string, house: readonly Set<string>[]): boolean {
  const mine = words(name)
  const squeezed = squeezeName(name)
  const initials = initialsOf(name)
  return house.some((other) => {
    const whole = squeezeName([...other].join(''))
    return overlap(mine, other) >= 0.5 || squeezed === whole || initials === whole
  })
}

/** "Saltwick Harbour Watch" of shw.example; null: fewer than three words. */
function initialsOf(name: string): string | null {
  const parts = name.split(/\s+/)
  return parts.length < 3 ? null : squeezeName(parts.map((part) => part[0] ?? '').join(''))
}
