import type { Extraction } from '@dateline/domain'
import { decodeBytes } from '../decode/decode-bytes.ts'
import type { ExtractInput } from '../extract.ts'
import { squeeze } from '../html/block-features.ts'
import { parsePage } from '../html/page-tree.ts'
import { textBlocks } from '../html/text-blocks.ts'

/**
 * All that stands on a page, body and furniture alike, as letters and figures only. A line that left the body of a text and
 * still stands on the page was not taken out by an editor: the page around it changed, and it was read as furniture.
 */
export type Wording = string

/** No page that is read comes near. */
const CHARS_MAX = 4_000_000
/** Shorter lines stand on any page. */
const LINE_CHARS_MIN = 12
const DIVIDER = '|'

/** The wording of a page as served. */
export function pageWording({
  bytes,
  html,
  contentType,
  kind,
}: Pick<ExtractInput, 'bytes' | 'html' | 'contentType' | 'kind'>): Wording {
  const text = html ?? (bytes === undefined ? '' : decodeBytes({ body: bytes, contentType: contentType ?? null }).text)
  const lines = kind === 'text' ? text.split('\n') : textBlocks(parsePage(text)).blocks.map((block) => block.text)
  return lines.map(squeeze).join(DIVIDER).slice(0, CHARS_MAX)
}

/** What a stored reading remembers of the page it was read from, where the page itself is not at hand. */
export function readingWording(
  extraction: Pick<Extraction, 'title' | 'standfirst' | 'blocks'> & Partial<Extraction>,
): Wording {
  const { title, standfirst, byline, blocks, dropped = [], related = [] } = extraction
  const lines = [title.value, standfirst.value, byline?.value ?? null]
  for (const block of blocks) {
    if (block.type === 'image') lines.push(block.caption, block.credit)
    else if ('text' in block) lines.push(block.text)
    else if (block.type === 'list') lines.push(...block.items)
  }
  for (const { text } of dropped) lines.push(text)
  for (const { label, title: heading } of related) lines.push(label, heading)
  return lines
    .map((line) => squeeze(line ?? ''))
    .join(DIVIDER)
    .slice(0, CHARS_MAX)
}

/** Pieces of a reading that were noted are cut at this many characters: no more of a line is looked for. */
const NOTED_CHARS = 100

/** Whether a line stands on a page. Lines too short to tell are said to. */
export function standsIn(wording: Wording, line: string): boolean {
  const key = squeeze(line).slice(0, NOTED_CHARS)
  return key.length < LINE_CHARS_MIN || wording.includes(key)
}
