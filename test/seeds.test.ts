import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Block, Extraction } from '@dateline/domain'
import { extractText, originalUrlOf } from '@dateline/extraction'
import { afterAll, describe, expect, test } from 'vitest'

/**
 * Five scrapes of one story, each with its truth written by hand, line by line. They are other people's texts and lie beside
 * the checkout, not in it.
 */
const SEEDS = resolve(import.meta.dirname, '../../shared/seeds')
const TRUTH = resolve(SEEDS, 'truth.json')

type Person = { name: string; affiliation?: string | null; place?: string | null }
type Seed = {
  file: string
  title: { value: string }
  byline: { raw: string | null; authors: Person[]; contributors: Person[] }
  agency: { id: string | null; basis: string; must_not?: string[] }
  publisher: { name: string | null; domain: string | null; accept?: (string | null)[] }
  published: { value: string | null; precision: string | null }
  updated: { value: string; precision: string } | null
  dateline: { place: string; raw: string } | null
  original_url: { value: string } | null
  standfirst: { value: string } | null
  images: { caption: string | null; credit: string }[]
  related_links: { label: string; title: string }[]
  drop: { text: string; line?: number; lines?: number[] }[]
  relative_date?: { implied_capture_date: string }
  foreign_snippets?: { publisher_label: string; title: string; snippet: string }[]
  blocks: { type: string; text: string }[]
  body: { sha256: string; first_sentence: string; last_sentence: string }
}

const isHere = existsSync(TRUTH)
if (!isHere)
  console.log('test/seeds.test.ts is skipped: the seed documents are expected in ../shared/seeds beside the checkout')
const seeds: [string, Seed][] = isHere ? Object.entries(JSON.parse(readFileSync(TRUTH, 'utf8')).seeds) : []
const tally = { right: 0, all: 0 }

function read(seed: Seed): { text: string; extraction: Extraction } {
  const text = readFileSync(resolve(SEEDS, seed.file), 'utf8')
  const capturedAt = seed.relative_date === undefined ? null : `${seed.relative_date.implied_capture_date}T12:00:00Z`
  const found = extractText({ text, fileName: seed.file, capturedAt })
  if (found.verdict !== 'article') throw new Error(`${seed.file} was rejected: ${found.reason}, ${found.evidence}`)
  return { text, extraction: found.extraction }
}

const people = (list: readonly Person[] | null | undefined) =>
  (list ?? []).map(({ name, affiliation, place }) => ({ name, affiliation: affiliation ?? null, place: place ?? null }))
const bare = (text: string) => text.replace(/\s+/gu, ' ').trim()
/** The truth keeps the bracket of a credit in one caption and leaves it out of another. */
const caption = (text: string | null, credit: string) =>
  text === null ? null : bare(text).replace(`(${credit})`, '').trim()
const blockText = (block: Block) => ('text' in block ? block.text : null)

/** Every field of a seed: what was found and what is true. */
function comparisons(seed: Seed): [field: string, found: unknown, truth: unknown][] {
  const { text, extraction } = read(seed)
  const { agency, publisher, dateline, publishedAt, modifiedAt } = extraction
  const publisherNames = seed.publisher.accept ?? [seed.publisher.name]
  const sha256 = createHash('sha256').update(extraction.text).digest('hex')
  const dropped = extraction.dropped.map((each) => each.text)
  const toDrop = seed.drop.filter(({ line }) => line !== undefined)
  // An agency that only another document shows is not on this page.
  const agencyId = seed.agency.basis === 'inferred' ? null : seed.agency.id
  return [
    ['title', extraction.title.value, seed.title.value],
    ['byline', extraction.byline.value, seed.byline.raw],
    ['authors', people(extraction.authors.value), people(seed.byline.authors)],
    ['contributors', people(extraction.contributors.value), people(seed.byline.contributors)],
    ['agency', agency.value?.id ?? null, agencyId],
    ['no other agency', (seed.agency.must_not ?? []).includes(agency.value?.id ?? ''), false],
    ['publisher', publisherNames.includes(publisher.value?.name ?? null), true],
    ['publisher domain', publisher.value?.domain ?? null, seed.publisher.domain],
    ['published', publishedAt.value?.at ?? null, seed.published.value],
    ['published precision', publishedAt.value?.precision ?? null, seed.published.precision],
    ['updated', modifiedAt.value?.at ?? null, seed.updated?.value ?? null],
    ['dateline place', dateline.value?.place ?? null, seed.dateline?.place ?? null],
    ['dateline as printed', dateline.value?.raw ?? null, seed.dateline?.raw ?? null],
    ['original URL', extraction.canonicalUrl.value, seed.original_url?.value ?? null],
    ['original URL for importers', originalUrlOf(text), seed.original_url?.value ?? null],
    ['standfirst', extraction.standfirst.value, seed.standfirst?.value ?? null],
    [
      'images',
      extraction.images.map((image) => [image.caption, image.credit]),
      seed.images.map((image) => [caption(image.caption, image.credit), image.credit]),
    ],
    [
      'related',
      extraction.related.map(({ label, title }) => [label, title]),
      seed.related_links.map(({ label, title }) => [label, title]),
    ],
    [
      'teasers',
      extraction.foreignSnippets.map((each) => [each.publisher, each.title, each.text]),
      (seed.foreign_snippets ?? []).map((each) => [each.publisher_label, each.title, each.snippet]),
    ],
    [
      'blocks',
      extraction.blocks.map((block) => [block.type, blockText(block)]),
      seed.blocks.map(({ type, text: own }) => [type, bare(own)]),
    ],
    ['sha256 of the body', sha256, seed.body.sha256],
    ['first sentence', extraction.text.startsWith(seed.body.first_sentence), true],
    ['last sentence', extraction.text.endsWith(seed.body.last_sentence), true],
    ...toDrop.map((line): [string, unknown, unknown] => [
      `line ${line.line} is dropped`,
      dropped.some((each) => bare(line.text).startsWith(each)),
      true,
    ]),
    ...toDrop.map((line): [string, unknown, unknown] => [
      `line ${line.line} is not in the text`,
      extraction.blocks.some((block) => blockText(block) === bare(line.text)),
      false,
    ]),
  ]
}

describe.skipIf(!isHere)('the seed documents, field by field', () => {
  test.for(seeds)('%s', ([, seed]) => {
    const all = comparisons(seed)
    const wrong = all.filter(([, found, truth]) => JSON.stringify(found) !== JSON.stringify(truth))
    tally.all += all.length
    tally.right += all.length - wrong.length
    expect(wrong).toEqual([])
  })

  test.for(seeds)('%s: a second reading gives the same', ([, seed]) =>
    expect(read(seed).extraction).toEqual(read(seed).extraction),
  )

  afterAll(() => console.log(`seeds: ${tally.right} of ${tally.all} fields right`))
})
