import { AGENCIES, type AgencyEntry } from './agencies.ts'

/** As the record stores it; `joint`: the others of a joint credit. */
export type Agency = { id: string; name: string; joint?: { id: string; name: string }[] }

/** Capitals and short names are codes: "PA" must not be read out of "Pa". */
const CODE_CHARS_MAX = 4

const byName = new Map<string, AgencyEntry>()
knowAgencies(AGENCIES)

/**
 * Adds agencies that the table does not have: an operator's setting, read once when a process or thread starts, before
 * anything is extracted. The same settings and the same page give the same result.
 */
export function knowAgencies(entries: readonly AgencyEntry[]): void {
  for (const entry of entries) {
    for (const name of [entry.id, entry.name, ...entry.names]) byName.set(keyOf(name), entry)
  }
}

/**
 * The agency that a label names and nothing but names: "AFP", "the Associated Press", "新华社", "أ ف ب".
 *
 * @returns null for anything else, a person or a sentence that mentions an agency among them.
 */
export function findAgency(label: string): Agency | null {
  const bare = label
    .normalize('NFKC')
    .replace(/^[\s("'«“„[/©—–-]+|[\s)"'»”\]/.,:;—–-]+$/gu, '')
    .replace(/^(?:the|die|der|l['’]|la|l'agence|agence|agencia|agenzia|agência|agentur|агентство|وكالة)\s+(?=\S)/iu, '')
  if (bare === '' || bare.length > 60) return null
  const entry = byName.get(keyOf(bare)) ?? byName.get(keyOf(label.trim()))
  return entry === undefined ? null : { id: entry.id, name: entry.name }
}

/**
 * All agencies of a joint credit, in the order they are named: "dpa/AFP", "AP, Reuters", "AFP and ANI".
 *
 * @returns empty unless every part is an agency.
 */
export function findAgencies(label: string): Agency[] {
  const whole = findAgency(label)
  if (whole !== null) return [whole]
  const parts = label
    .slice(0, 120)
    .split(/\s*(?:[/,;&+|]|\s(?:and|und|et|y|e|и|та|och|og|en|ve|dan|i|a|și|και)\s|\s[-–]\s)\s*/u)
  const found = parts.map(findAgency)
  return parts.length > 1 && found.every((agency) => agency !== null) ? (found as Agency[]) : []
}

/** Several agencies as one credit: the first, with the others beside it; null: none. */
export function jointAgency(agencies: readonly Agency[]): Agency | null {
  const [first, ...rest] = agencies.filter(({ id }, i) => agencies.findIndex((other) => other.id === id) === i)
  return first === undefined ? null : rest.length === 0 ? first : { ...first, joint: rest }
}

function keyOf(name: string): string {
  const isCode = name.length <= CODE_CHARS_MAX && /^[\p{Lu}\p{Ll}.]+$/u.test(name)
  return isCode ? name : name.toLowerCase().replace(/[‐‑–]/gu, '-')
}
