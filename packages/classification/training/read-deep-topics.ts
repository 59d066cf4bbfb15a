import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { type DeepTopic, keyOfTerm } from '../src/topics/deep-topics.ts'

type Concept = {
  readonly id: string
  readonly qcode: string
  readonly top: string
  readonly broader?: readonly string[]
}

/** Deep topics with their terms, and where the taxonomy hangs them. @throws {Error} naming a line that cannot be used. */
export function readDeepTopics(dir: string): DeepTopic[] {
  const concepts = readConcepts(dir)
  const lines = readFileSync(join(import.meta.dirname, 'own-text/deep-topics.tsv'), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => {
    const [id, terms] = line.split('\t') as [string, string]
    const concept = concepts.get(id)
    if (concept === undefined || terms === undefined)
      throw new Error(`deep-topics.tsv: "${line}" is no topic with terms`)
    const split = terms.split(', ')
    const empty = split.find((term) => keyOfTerm(term) === null)
    if (empty !== undefined) throw new Error(`deep-topics.tsv: ${id}: "${empty}" is made of function words`)
    return { qcode: concept.qcode, top: `medtop:${concept.top}`, broader: broaderOf(concepts, concept), terms: split }
  })
}

function readConcepts(dir: string): Map<string, Concept> {
  const lines = gunzipSync(readFileSync(join(dir, 'iptc-mediatopics-2019.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n')
  return new Map(lines.map((line) => JSON.parse(line) as Concept).map((concept) => [concept.id, concept]))
}

function broaderOf(concepts: ReadonlyMap<string, Concept>, { broader = [], top }: Concept): string[] {
  const [id] = broader
  if (id === undefined || id === top) return []
  const concept = concepts.get(id)!
  return [concept.qcode, ...broaderOf(concepts, concept)]
}
