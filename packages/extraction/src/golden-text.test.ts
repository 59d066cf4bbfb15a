import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, test } from 'vitest'
import { extractText } from './text/extract-text.ts'

/** The format is described in golden-text/README.md. */
type Golden = {
  scrape: string
  says: Map<string, string[]>
  blocks: [string, string][]
  title: string | null
  dek: string | null
  out: string[]
}

function readGolden(file: string): Golden {
  const golden: Golden = { scrape: '', says: new Map(), blocks: [], title: null, dek: null, out: [] }
  const lines: string[] = []
  let dateline = ''
  for (const raw of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const said = /^#(\w+) (.*)$/.exec(raw)
    const [tag, ...rest] = raw.split('\t')
    const text = rest.join('\t')
    if (said !== null) golden.says.set(said[1]!, [...(golden.says.get(said[1]!) ?? []), said[2]!])
    else if (tag === 'title-is') golden.title = text
    else if (tag === 'h-is') golden.blocks.push(['heading', text])
    else if (tag === 'D') dateline = text
    else {
      lines.push(dateline + text)
      dateline = ''
    }
    if (tag === 'title') golden.title = text.replace(/\s+/gu, ' ')
    if (tag === 'dek') golden.dek = text
    if (tag === 'p') golden.blocks.push(['paragraph', text])
    if (tag === 'h') golden.blocks.push(['heading', text])
    if (tag === '+') golden.blocks.at(-1)![1] += ` ${text}`
    if (tag === '-') golden.blocks.at(-1)![1] = golden.blocks.at(-1)![1].slice(0, -1) + text
    if (tag === 'x' || tag === 'cap') golden.out.push(text)
  }
  golden.scrape = lines.join('\n')
  return golden
}

const files = globSync(`${import.meta.dirname}/../golden-text/*.txt`).sort()

test('the scrapes are there', () => expect(files.length).toBeGreaterThanOrEqual(50))

test.for(files.map((file) => [basename(file, '.txt'), file] as const))('%s', ([, file]) => {
  const { scrape, says, blocks, title, dek, out } = readGolden(file)
  const said = (key: string) => says.get(key)?.[0] ?? null
  const list = (key: string) => says.get(key)?.flatMap((each) => each.split('; ')) ?? null
  const found = extractText({ text: scrape, capturedAt: said('captured') })
  if (said('verdict') !== null) {
    expect(found).toMatchObject({ verdict: 'rejected', reason: said('verdict') })
    return
  }
  if (found.verdict !== 'article') throw new Error(`rejected: ${found.reason}, ${found.evidence}`)
  const { extraction } = found
  // The agency's sign-off after the last full stop is a credit, not text.
  const own = blocks.map(([type, text]) => [type, text.replace(/(?<=[.।]) (?:\(ANI\)|EFE)$/u, '')])
  expect({
    title: extraction.title.value,
    standfirst: extraction.standfirst.value,
    authors: extraction.authors.value?.map(({ name }) => name) ?? null,
    contributors: extraction.contributors.value?.map(({ name }) => name) ?? null,
    agency: extraction.agency.value?.id ?? null,
    dateline: extraction.dateline.value?.raw.replace(/[\s:.=–—-]+$/u, '') ?? null,
    published: extraction.publishedAt.value?.at.slice(0, 10) ?? null,
    modified: extraction.modifiedAt.value?.at.slice(0, 10) ?? null,
    publisher: extraction.publisher.value?.name ?? null,
    correction: extraction.marks.correction,
    truncated: extraction.marks.truncated,
    teasers: extraction.foreignSnippets.map((each) => `${each.publisher} | ${each.title}`),
    blocks: extraction.blocks.map((block) => [block.type, 'text' in block ? block.text : null]),
  }).toEqual({
    title,
    standfirst: dek,
    authors: list('authors'),
    contributors: list('contributors'),
    agency: said('agency'),
    dateline: said('dateline')?.replace(/[\s:.=–—-]+$/u, '') ?? null,
    published: said('published'),
    modified: said('modified'),
    publisher: said('publisher'),
    correction: said('correction'),
    truncated: said('truncated') !== null,
    teasers: says.get('teaser') ?? [],
    blocks: own,
  })
  const kept = [title, dek, ...blocks.map(([, text]) => text)]
  const dropped = extraction.dropped.map(({ text }) => text)
  const missed = out.filter(
    (line) => !kept.includes(line) && !dropped.some((each) => line.replace(/\s+/gu, ' ').trim().startsWith(each)),
  )
  expect(missed, 'lines that are neither kept nor listed as dropped').toEqual([])
})
