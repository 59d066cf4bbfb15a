import { sha256Hex } from '../ids.ts'
import type { ArticleEventOf } from './events.ts'

/** Lines that come back on the pages of one host: furniture of its template, however much they read like text. */
export type HostKnowledge = {
  /** Pages they were counted on. */
  pages: number
  /** Key of each line and on how many of the pages it stood, in the order of the keys. */
  lines: [key: string, pages: number][]
}

/** What is remembered of one host: the lines of its last HOST_PAGES_MAX articles, the oldest first. */
export type HostPages = { articleId: string; contentSha256: string; lines: string[] }[]

/** Enough to tell a template from a running story; a host that changes its template is learnt anew in as many articles. */
export const HOST_PAGES_MAX = 20
/** Of fewer articles nothing is known: two of three may well tell one story. */
export const HOST_PAGES_MIN = 6
/** A paragraph of background is carried along in some articles of a story, a template's line in most of its pages. */
const LINE_PAGES_MIN = 3
const LINE_SHARE_MIN = 0.3
const PAGE_LINES_MAX = 200

/** Shorter lines are subheadings that a house writes over and over, and names of speakers. */
const KEY_CHARS_MIN = 20
const KEY_CHARS_MAX = 120
const KEY_HEX = 16

/** What HOST_FURNITURE lines are dropped by, in `dropped` of an extraction. */
export const HOST_FURNITURE = 'host-furniture'

/** Equal for lines whose first KEY_CHARS_MAX characters have the same letters and digits; null: too short to tell. */
export function hostLineKey(text: string): string | null {
  const squeezed = text
    .slice(0, KEY_CHARS_MAX)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  return squeezed.length < KEY_CHARS_MIN ? null : sha256Hex(squeezed).slice(0, KEY_HEX)
}

/**
 * Pure: what is remembered after one more reading. A later reading of an article takes the place of the earlier, and a second
 * address of the same text says nothing new.
 */
export function rememberPage(
  pages: HostPages,
  articleId: string,
  { contentSha256, extraction }: ArticleEventOf<'ArticleExtracted'>['data'],
): HostPages {
  const others = pages.filter((page) => page.articleId !== articleId)
  if (others.some((page) => page.contentSha256 === contentSha256)) return pages
  const keys = new Set<string>()
  for (const line of linesOf(extraction)) {
    const key = keys.size < PAGE_LINES_MAX ? hostLineKey(line) : null
    if (key !== null) keys.add(key)
  }
  return [...others, { articleId, contentSha256, lines: [...keys] }].slice(-HOST_PAGES_MAX)
}

/** The lines kept as text, and those that were left out because the host was known to repeat them. */
function linesOf({ blocks, dropped }: ArticleEventOf<'ArticleExtracted'>['data']['extraction']): string[] {
  const kept = blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'quote') return [block.text]
    return block.type === 'list' ? block.items.flatMap((item) => [item, ...item.split('\n')]) : []
  })
  return [...kept, ...dropped.filter(({ rule }) => rule === HOST_FURNITURE).map(({ text }) => text)]
}

/** Pure: the lines that come back; null where the host has too few pages, or none of its lines does. */
export function hostKnowledgeOf(pages: HostPages): HostKnowledge | null {
  if (pages.length < HOST_PAGES_MIN) return null
  const counts = new Map<string, number>()
  for (const { lines } of pages) for (const key of lines) counts.set(key, (counts.get(key) ?? 0) + 1)
  const least = Math.max(LINE_PAGES_MIN, pages.length * LINE_SHARE_MIN)
  const lines = [...counts].filter(([, count]) => count >= least).sort(([a], [b]) => (a < b ? -1 : 1))
  return lines.length === 0 ? null : { pages: pages.length, lines }
}

/** What an event names: the sha256 over the knowledge as JSON. */
export const hostKnowledgeSha256 = ({ pages, lines }: HostKnowledge): string =>
  sha256Hex(JSON.stringify({ pages, lines }))

/** True if both hold the same lines, whatever the counts: then there is no need for another snapshot. */
export const isSameKnowledge = (a: HostKnowledge | null, b: HostKnowledge | null): boolean => keysOf(a) === keysOf(b)

const keysOf = (knowledge: HostKnowledge | null) => knowledge?.lines.map(([key]) => key).join() ?? ''
