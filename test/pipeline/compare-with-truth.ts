import type { Database } from '@dateline/database'
import { articleIdOfUrl, normalUrl } from '@dateline/domain'
import { type Truth, type TruthArticle, truthAt } from '@dateline/sample-newsroom'
import { sql } from 'kysely'

type Row = {
  article_id: string
  status: string
  title: string | null
  authors: { name: string }[]
  agency_id: string | null
  inferred_agency: string | null
  published_at: Date | null
  story_id: string | null
  copy_of: string | null
  alias_of: string | null
  gone_at: Date | null
  reject_reason: string | null
  extraction: { text: string } | null
}

export type Comparison = {
  /** Pages whose ending is not the one in the truth: "url: expected …, is …". */
  readonly wrongEndings: string[]
  /** Share of articles whose field is as in the truth, 0 to 1. */
  readonly right: Readonly<Record<'title' | 'authors' | 'agency' | 'publishedDay' | 'paragraphs', number>>
  /** Credits that no page carries: a wrong one is worse than none. */
  readonly wrongAuthors: string[]
  readonly wrongAgencies: string[]
  /** Pairs of articles in one story. */
  readonly stories: { precision: number; recall: number }
  readonly copies: { precision: number; recall: number }
}

const idOf = (url: string) => articleIdOfUrl(normalUrl(url)!)

/** Holds what the views say at the end of a phase against the newsroom's written truth. */
export async function compareWithTruth({ db }: Database, phase?: number): Promise<Comparison> {
  const truth = truthAt(phase)
  const { rows } = await sql<Row>`
    select article_id, status, title, authors, agency_id, inferred_agency, published_at, story_id, copy_of, alias_of,
           gone_at, reject_reason, extraction from read.article`.execute(db)
  const byId = new Map(rows.map((row) => [row.article_id, row]))
  const expected = truth.pages.filter((page) => page.expected === 'article')
  const found = expected.flatMap((page) => {
    const row = byId.get(idOf(page.url))
    return row?.status === 'extracted' ? [{ page, row }] : []
  })
  const share = (isRight: (pair: (typeof found)[number]) => boolean) => found.filter(isRight).length / expected.length
  return {
    wrongEndings: wrongEndings(truth, byId),
    right: {
      title: share(({ page, row }) => row.title === page.title),
      authors: share(({ page, row }) => isSame(page.authors, namesOf(row))),
      agency: share(({ page, row }) => agencyOf(page) === (row.agency_id ?? null)),
      publishedDay: share(
        ({ page, row }) => row.published_at?.toISOString().slice(0, 10) === page.published.at.slice(0, 10),
      ),
      paragraphs: paragraphShare(found, expected),
    },
    wrongAuthors: found.flatMap(({ page, row }) =>
      namesOf(row)
        .filter((name) => !page.authors.includes(name))
        .map((name) => `${page.url}: ${name}`),
    ),
    wrongAgencies: found
      .filter(({ page, row }) => row.agency_id !== null && row.agency_id !== agencyOf(page))
      .map(({ page, row }) => `${page.url}: ${row.agency_id}`),
    stories: pairFigures(found),
    copies: copyFigures(found),
  }
}

function wrongEndings(truth: Truth, rows: ReadonlyMap<string, Row>): string[] {
  return truth.pages.flatMap((page) => {
    const row = rows.get(idOf(page.url))
    const is = row === undefined ? 'unknown' : row.gone_at !== null ? 'gone' : row.status
    const isRight = {
      article: is === 'extracted',
      // Two spellings of one address are one article from the start: no alias is needed.
      alias: is === 'aliased' || (page.expected === 'alias' && idOf(page.of) === idOf(page.url)) || is === 'unknown',
      reject: is === 'rejected',
      gone: is === 'gone',
      disallowed: is === 'discovered' || is === 'unknown',
    }[page.expected]
    return isRight ? [] : [`${page.url}: expected ${page.expected}, is ${is}`]
  })
}

/** Agency printed on the page; one that only the likeness of texts tells is not this field's. */
function agencyOf({ agency }: TruthArticle): string | null {
  return agency?.basis === 'explicit' ? agency.id : null
}

function namesOf({ authors }: Row): string[] {
  return (authors ?? []).map(({ name }) => name)
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name))
}

type Found = readonly { page: TruthArticle; row: Row }[]

/** Paragraphs of the truth that stand in the extracted text. */
function paragraphShare(found: Found, expected: readonly TruthArticle[]): number {
  const all = expected.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0)
  const kept = found.reduce((sum, { page, row }) => {
    const text = row.extraction?.text.replace(/\s+/g, ' ') ?? ''
    return sum + page.paragraphs.filter((paragraph) => text.includes(paragraph.replace(/\s+/g, ' ').trim())).length
  }, 0)
  return kept / all
}

function pairFigures(found: Found): { precision: number; recall: number } {
  let together = 0
  let wanted = 0
  let both = 0
  for (const [index, a] of found.entries()) {
    for (const b of found.slice(index + 1)) {
      const isTogether = a.row.story_id !== null && a.row.story_id === b.row.story_id
      const isWanted = a.page.storyId === b.page.storyId
      together += Number(isTogether)
      wanted += Number(isWanted)
      both += Number(isTogether && isWanted)
    }
  }
  return { precision: both / Math.max(together, 1), recall: both / Math.max(wanted, 1) }
}

/** An edge counts as right if it joins two pages of one family: copies of the same text, or a copy and its text. */
function copyFigures(found: Found): { precision: number; recall: number } {
  const originOf = new Map(
    found.map(({ page }) => [idOf(page.url), page.copyOf === null ? idOf(page.url) : idOf(page.copyOf.url)]),
  )
  const edges = found.filter(({ row }) => row.copy_of !== null)
  const right = edges.filter(({ page, row }) => originOf.get(row.copy_of!) === originOf.get(idOf(page.url)))
  const wanted = found.filter(({ page }) => page.copyOf !== null && originOf.has(idOf(page.copyOf.url)))
  const got = wanted.filter(({ page, row }) => originOf.get(row.copy_of ?? '') === originOf.get(idOf(page.url)))
  return { precision: right.length / Math.max(edges.length, 1), recall: got.length / Math.max(wanted.length, 1) }
}
