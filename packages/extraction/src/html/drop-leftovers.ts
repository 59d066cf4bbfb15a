import { DROPPED_CHARS_MAX, DROPPED_MAX, HOST_FURNITURE } from '@dateline/domain'
import { squeeze } from './block-features.ts'
import { clip } from './field.ts'
import type { MainText } from './main-text.ts'
import type { PageElement } from './page-tree.ts'
import { hasPhrase, type PhraseKind } from './phrases.ts'
import type { TextBlock } from './text-blocks.ts'

export type Dropped = { text: string; rule: string }

/** Pieces this short are dropped without a note: buttons, numbers, icons' names. */
const NOTED_CHARS_MIN = 20
const COPY_CHARS_MIN = 40
/** A line that stands in the text this often is a notice of the template: "External content is not shown". */
const COPIES_MIN = 3

/** Hears of each block why it was left out; null: it was kept. Only `explain` listens. */
export type BlockTrace = (index: number, rule: string | null) => void

/** Takes the headline, the byline and copies of earlier lines out of the kept lines, and notes what was left out and why. */
export function dropLeftovers(
  blocks: readonly TextBlock[],
  { kept, first, last, furniture }: MainText,
  known: { title: string | null; byline: string | null; standfirst: string | null },
  onDecision?: BlockTrace,
) {
  const dropped: Dropped[] = []
  const note = (text: string, rule: string) => {
    if (text.length < NOTED_CHARS_MIN) return
    // What is known of a host is learnt from these notes: they come before others.
    if (dropped.length >= DROPPED_MAX && rule === HOST_FURNITURE) dropped.pop()
    if (dropped.length < DROPPED_MAX) dropped.push({ text: clip(text, DROPPED_CHARS_MAX), rule })
  }
  const seen = new Set<string>()
  const box = mainParent(blocks, kept)
  const title = known.title === null ? null : squeeze(known.title)
  const byline = known.byline === null ? null : squeeze(known.byline)
  const standfirst = known.standfirst === null ? null : squeeze(known.standfirst)
  const keys = blocks.map(({ text }, i) => (kept[i] ? squeeze(text) : ''))
  const copies = new Map<string, number>()
  for (const key of keys) copies.set(key, (copies.get(key) ?? 0) + 1)
  const wholes = copiesOfWhole(blocks, keys)
  const chosen: TextBlock[] = []
  for (const [i, block] of blocks.entries()) {
    const { text } = block
    if (!kept[i]) {
      const rule = furniture.get(i) ?? furnitureRule(block, i > first && i < last)
      note(text, rule)
      onDecision?.(i, rule)
      continue
    }
    const key = keys[i]!
    const rule = wholes.has(i) ? 'repeats-itself' : leftoverRule(block, key)
    if (rule === null) chosen.push(block)
    else note(text, rule)
    onDecision?.(i, rule)
    seen.add(key)
  }
  return { chosen, dropped }

  function leftoverRule(block: TextBlock, key: string): string | null {
    const { text } = block
    if (isMachineText(text) || (CLOCK.test(text) && !/^t[dh]$/.test(block.element.tag))) return 'machine-text'
    const isOwn = block.element.parent === box && text.length <= OWN_CHARS_MAX
    if ((copies.get(key) ?? 0) >= COPIES_MIN && text.length >= COPY_CHARS_MIN && !isOwn) return 'repeated'
    if (key === title) return 'repeats-title'
    if (text.length < BYLINE_CHARS_MAX && (key === byline || opensWithByline(text, key))) return 'repeats-byline'
    if (key === standfirst) return 'standfirst'
    if (text.length >= COPY_CHARS_MIN && seen.has(key) && !isOwn) return 'repeats-itself'
    return isCaption(block) ? 'caption' : null
  }

  /** The byline with more after it: "By Jane Roe, Harbour Post — Santos". */
  function opensWithByline(text: string, key: string): boolean {
    return byline !== null && key.startsWith(byline) && hasPhrase('byline', text)
  }
}

/** Short lines directly among the paragraphs may come again, like "Open daily from nine to five" under each place to see. */
const OWN_CHARS_MAX = 120

/** The box that directly holds the most kept text. */
function mainParent(blocks: readonly TextBlock[], kept: readonly boolean[]): PageElement | null {
  const chars = new Map<PageElement | null, number>()
  let best: PageElement | null = null
  for (const [i, { element, text }] of blocks.entries()) {
    if (!kept[i]) continue
    const sum = (chars.get(element.parent) ?? 0) + text.length
    chars.set(element.parent, sum)
    if (best === null || sum > chars.get(best)!) best = element.parent
  }
  return best
}

const BYLINE_CHARS_MAX = 200

const WHOLE_CHARS_MIN = 1_000
const WHOLES_MAX = 5
const PARTS_MIN = 3
const PARTS_SHARE_MIN = 0.5

/**
 * Blocks that hold most of the other kept lines once more: the text as a template keeps it for its own scripts.
 *
 * @param keys of each block, what its words are; empty where it was not kept.
 */
function copiesOfWhole(blocks: readonly TextBlock[], keys: readonly string[]): Set<number> {
  const wholes = new Set<number>()
  const large = [...blocks.keys()].filter((i) => keys[i] !== '' && blocks[i]!.text.length >= WHOLE_CHARS_MIN)
  for (const i of large.sort((a, b) => blocks[b]!.text.length - blocks[a]!.text.length).slice(0, WHOLES_MAX)) {
    const whole = keys[i]!
    let [parts, chars] = [0, 0]
    for (const [j, { text }] of blocks.entries()) {
      const part = keys[j]!
      if (j === i || part === '' || wholes.has(j) || text.length < COPY_CHARS_MIN || text.length > whole.length)
        continue
      if (!whole.includes(part)) continue
      parts += 1
      chars += part.length
    }
    if (parts >= PARTS_MIN && chars >= whole.length * PARTS_SHARE_MIN) wholes.add(i)
  }
  return wholes
}

/** A caption belongs to its image block. */
const isCaption = ({ element, text }: TextBlock) =>
  isCaptionElement(element) ||
  (element.parent !== null && isCaptionElement(element.parent)) ||
  (text.length <= CAPTION_CHARS_MAX && PICTURE_CREDIT.test(text))

const CAPTION_CHARS_MAX = 300
/** "Albin Stroud arrives at court (Photo: J. Ekman)": whose picture it is, by name, at the end of the line. */
const PICTURE_CREDIT =
  /(?:(?:^|[\s|(])(?:Photo|PHOTO|Photograph|Foto|FOTO|Image|Picture|Bild|Immagine|Imagen|Фото|写真|사진)\s?[:：]|\((?:photo|foto|image|bild|фото)\s?[:：]|(?:^|[\s|(])[Ff]ot\.)\s?[\p{Lu}\p{Lo}@©][^\n():：]{1,60}\)?\.?$/u

const CAPTION_CLASS =
  /(?:^|[\s_-])captions?(?:$|[\s_-])|(?:^|[\s_-])(?:wp-caption-text|(?:image|img|photo|picture|figure|media)[\s_-]*caption(?:[\s_-]?text)?)(?:$|[\s_-])/i

const isCaptionElement = ({ tag, attributes }: PageElement) =>
  tag === 'figcaption' || CAPTION_CLASS.test(attributes.class ?? '')

/** An address, a time stamp or a placeholder ("$$AD$$", "[[gallery 2]]") alone on its line was written for machines. */
const isMachineText = (text: string) =>
  /^(?:https?:\/\/\S+|\d{4}-\d{2}-\d{2}T[\d:.+Z-]+|(?:\$\$|\{\{|\[\[|%%)[\w -]{1,40}(?:\$\$|\}\}|\]\]|%%))$/.test(text)

/** The time of an update in a live blog, which is kept with the update. In a table it is data. */
const CLOCK = /^\d{1,2}[.:h]\d{2}$/

const RULES: readonly PhraseKind[] = ['legal', 'related', 'prompt', 'control', 'bio', 'byline']

/** The plainest reason why a line is furniture; the score has many. */
function furnitureRule({ text, linkChars }: TextBlock, isAmid: boolean): string {
  for (const kind of RULES) if (hasPhrase(kind, text)) return kind
  if (linkChars > text.length * 0.8) return isAmid ? 'link-amid-text' : 'link'
  return isAmid ? 'amid-text' : 'outside-text'
}
