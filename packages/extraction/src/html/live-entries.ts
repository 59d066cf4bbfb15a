import type { Extraction, LiveEntry } from '@dateline/domain'
import { endsSentence } from '../text/text-line.ts'
import { clockHeads, type EntryHeads, saysLive } from './clock-heads.ts'
import { stringOf, typesOf } from './json-ld.ts'
import type { MainText } from './main-text.ts'
import type { PageFacts } from './page-facts.ts'
import { type PageElement, walkElements } from './page-tree.ts'
import type { TextBlock } from './text-blocks.ts'

/** The longest live pages show a few hundred updates at a time. */
const ENTRIES_MAX = 500
const ENTRY_CHARS_MAX = 4_000
const TITLE_CHARS_MAX = 200
const ENTRY_CHARS_MIN = 20
/** A page that does not call itself a live blog must look like one: so many entries, holding most of the text. */
const ENTRIES_MIN = 4
const COVERED_MIN = 0.7
/** How far above a <time> the block it heads is looked for. */
const CLIMB_MAX = 6

type Entry = LiveEntry & { chars: number }

/**
 * The updates of a live blog: runs of the text that each begin with a time of their own, in the order of the page. Without
 * such times in the text, those its structured data lists.
 *
 * @returns null if the page is no live blog.
 */
export function liveEntries(
  root: PageElement,
  facts: PageFacts,
  blocks: readonly TextBlock[],
  { kept }: MainText,
  { title, publishedAt }: Pick<Extraction, 'title' | 'publishedAt'>,
): LiveEntry[] | null {
  const postings = facts.nodes.filter((node) => typesOf(node).includes('LiveBlogPosting'))
  const marked = printedEntries(headsOf(root, blocks), blocks, kept)
  const found =
    marked.length > 0 ? marked : printedEntries(clockHeads(blocks, kept, title.value, publishedAt), blocks, kept)
  const isDeclared = postings.length > 0
  const chars = blocks.reduce((sum, { text }, index) => sum + (kept[index] ? text.length : 0), 0)
  const covered = found.reduce((sum, entry) => sum + entry.chars, 0) / Math.max(chars, 1)
  const times = new Set(found.map(({ at }) => at))
  const looksLive =
    found.length >= ENTRIES_MIN &&
    times.size >= ENTRIES_MIN &&
    covered >= COVERED_MIN &&
    isRunning(found, saysLive(title.value))
  if (!isDeclared && !looksLive) return null
  const listed = found.length >= 2 ? found : postings.flatMap((node) => listedEntries(node.liveBlogUpdate))
  return withIds(listed.slice(0, ENTRIES_MAX))
}

/** Longer ago is an archive, a list of comments or a chronicle. */
const SPAN_MS_MAX = 7 * 86_400_000
/** A summary or two may be pinned above the rest. */
const PINNED_SHARE_MAX = 0.15

/** Newest first, as live blogs are and comments are not, and within days; the other way round if the page calls itself live. */
function isRunning(entries: readonly LiveEntry[], isCalledLive: boolean): boolean {
  const times = entries.map(({ at }) => Date.parse(at))
  const span = times.reduce((most, time) => Math.max(most, time)) - times.reduce((least, time) => Math.min(least, time))
  const pairs = times.slice(1).map((time, index) => time - times[index]!)
  const inversions = (sign: number) => pairs.filter((step) => step * sign < 0).length
  const fewest = isCalledLive ? Math.min(inversions(1), inversions(-1)) : inversions(-1)
  return span <= SPAN_MS_MAX && fewest <= Math.max(1, entries.length * PINNED_SHARE_MAX)
}

function printedEntries(heads: EntryHeads, blocks: readonly TextBlock[], kept: readonly boolean[]): Entry[] {
  const entries: Entry[] = []
  let open: { entry: Entry; lines: string[] } | null = null
  const close = () => {
    if (open === null) return
    const { entry, lines } = open
    // An update of one line, in the line of its time: a sentence, where a teaser has a title.
    const isOneLine = lines.length === 0 && entry.title !== null && endsSentence(entry.title)
    const text = (isOneLine ? entry.title! : lines.join('\n\n')).slice(0, ENTRY_CHARS_MAX).toWellFormed()
    if (text.length >= ENTRY_CHARS_MIN) entries.push({ ...entry, title: isOneLine ? null : entry.title, text })
  }
  for (const [index, { text, element }] of blocks.entries()) {
    const head = heads.get(index)
    if (head !== undefined) {
      close()
      const rest = text.replace(head.printed, '').replace(/^[\s|:·–—-]+|[\s|:·–—-]+$/gu, '')
      const isTitle = rest !== '' && rest.length <= TITLE_CHARS_MAX
      const entry = {
        id: '',
        at: head.at,
        title: isTitle ? rest : null,
        text: '',
        chars: kept[index] ? text.length : 0,
      }
      open = { entry, lines: isTitle || rest === '' ? [] : [rest] }
      continue
    }
    if (open === null || !kept[index]) continue
    open.entry.chars += text.length
    if (open.entry.title === null && open.lines.length === 0 && /^h[1-6]$/.test(element.tag))
      open.entry.title = text.slice(0, TITLE_CHARS_MAX).toWellFormed()
    else open.lines.push(text)
  }
  close()
  return entries
}

/** Which block begins with which time: the first block of the box that a <time> stands in. */
function headsOf(root: PageElement, blocks: readonly TextBlock[]): EntryHeads {
  const firstOf = new Map<PageElement, number>()
  for (const [index, { element }] of blocks.entries()) if (!firstOf.has(element)) firstOf.set(element, index)
  const heads = new Map<number, { at: string; printed: string }>()
  walkElements(root, (element) => {
    if (element.tag !== 'time' || heads.size >= ENTRIES_MAX) return
    const ms = Date.parse(element.attributes.datetime ?? '')
    // A day alone is the date of something, not the time of an update.
    if (Number.isNaN(ms) || !/T\d|\d:\d/.test(element.attributes.datetime ?? '') || Math.abs(ms) > 8e15) return
    let box: PageElement | null = element
    for (let climb = 0; climb < CLIMB_MAX && box !== null; climb++, box = box.parent) {
      const index = firstOf.get(box)
      if (index === undefined) continue
      const printed = textOf(element)
      const isHead = blocks[index]!.text.slice(0, printed.length + 8).includes(printed)
      if (isHead && !heads.has(index)) heads.set(index, { at: new Date(ms).toISOString(), printed })
      return
    }
  })
  return heads
}

const textOf = (element: PageElement): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

function listedEntries(value: unknown): Entry[] {
  const items = Array.isArray(value) ? value : [value]
  return items.slice(0, ENTRIES_MAX).flatMap((item): Entry[] => {
    if (typeof item !== 'object' || item === null) return []
    const node = item as Record<string, unknown>
    const [title, text] = [stringOf(node.headline as never), stringOf(node.articleBody as never)]
    const ms = Date.parse(stringOf(node.datePublished as never) ?? '')
    const at = Number.isNaN(ms) || Math.abs(ms) > 8e15 ? null : new Date(ms).toISOString()
    if (at === null || (text ?? '').length < ENTRY_CHARS_MIN) return []
    const cut = (text ?? '').slice(0, ENTRY_CHARS_MAX).toWellFormed()
    return [{ id: '', at, title: title?.slice(0, TITLE_CHARS_MAX).toWellFormed() ?? null, text: cut, chars: 0 }]
  })
}

/** An update keeps its time whatever is done to its words; two of one minute are told apart by their order, the older first. */
function withIds(entries: readonly Entry[]): LiveEntry[] {
  const times = new Map<string, number>()
  return entries
    .toReversed()
    .map(({ at, title, text }) => {
      const number = (times.get(at) ?? 0) + 1
      times.set(at, number)
      return { id: number === 1 ? at : `${at}#${number}`, at, title, text }
    })
    .toReversed()
}
