import type { Field, When } from '@dateline/domain'
import { findTimes } from '../dates/find-times.ts'
import { fold } from '../dates/fold.ts'
import type { TextBlock } from './text-blocks.ts'

/** Which block begins with which time, and how that is printed. */
export type EntryHeads = ReadonlyMap<number, { at: string; printed: string }>

const HEAD_CHARS = 60
const STAMP_CHARS_MAX = 30
const HEADS_MIN = 4
const HEADS_MAX = 500
/** A live blog runs for days, and chronicles of years are none. */
const DAYS_MAX = 7
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Pages that say of themselves that they go on. */
const LIVE_WORDS =
  /(?<!\p{L})(?:live(?:blog|ticker)?|ticker|minute by minute|as it happened|en direct|en vivo|minuto a minuto|ao vivo|diretta|directo|na żywo|živě|uživo|élőben|онлайн|прямая трансляция|наживо|ζωντανά|canlı|langsung|trực tiếp)(?!\p{L})|مباشر|بث حي|לייב|लाइव|লাইভ|สด|直播|ライブ|生中継|생중계|속보/iu

export const saysLive = (title: string | null): boolean => LIVE_WORDS.test(title ?? '')

/**
 * Blocks that begin with a time of day as printed, where a template gives none to machines. Newest first, as live blogs have it;
 * the other way round only if the page calls itself live: a chronicle or a programme is none.
 *
 * @param published its day is that of the oldest time, and its zone that of all: times of day have neither.
 */
export function clockHeads(
  blocks: readonly TextBlock[],
  kept: readonly boolean[],
  title: string | null,
  published: Field<When>,
): EntryHeads {
  // A time alone on its line is left out of the text, and heads what follows.
  const [first, last] = [kept.indexOf(true) - 1, kept.lastIndexOf(true)]
  const heads = blocks.flatMap(({ text, index }) => {
    const isHere = kept[index] || (text.length <= STAMP_CHARS_MAX && index >= first && index < last)
    const found = isHere ? clockAt(text) : null
    return found === null ? [] : [{ index, ...found }]
  })
  const day = Date.parse(published.value?.localDay ?? published.value?.at.slice(0, 10) ?? '')
  if (heads.length < HEADS_MIN || heads.length > HEADS_MAX || Number.isNaN(day)) return new Map()
  const newestFirst = heads.toReversed()
  const days = daysOf(newestFirst) ?? (saysLive(title) ? daysOf(heads) : null)
  if (days === null) return new Map()
  const east = minutesEast(published.value?.offset)
  return new Map(
    heads.map((head) => {
      const ms = day + days.get(head.index)! * DAY_MS + (head.minutes - east) * MINUTE_MS
      return [head.index, { at: new Date(ms).toISOString(), printed: head.printed }]
    }),
  )
}

function clockAt(text: string): { minutes: number; printed: string } | null {
  const raw = text.slice(0, HEAD_CHARS)
  const folded = fold(raw)
  // Where folding changes the length, places in the one are none in the other.
  if (folded.length !== raw.length || !/^\D{0,3}\d{1,2}\D/u.test(folded)) return null
  const first = findTimes(folded)[0] ?? dotted(folded)
  if (first === undefined || first.start > 2) return null
  return { minutes: first.hour * 60 + first.minute, printed: raw.slice(0, first.end) }
}

/** "14.10 Roof torn off": a dot, where newsrooms write so. */
function dotted(folded: string) {
  const match = /^([01]?\d|2[0-3])\.([0-5]\d)(?=[\s:|–—-])/u.exec(folded)
  return match === null
    ? undefined
    : { start: 0, end: match[0].length, hour: Number(match[1]), minute: Number(match[2]) }
}

/** Days since the first, for times in the order in which they came; null: they stand in no order. */
function daysOf(heads: readonly { index: number; minutes: number }[]): Map<number, number> | null {
  const days = new Map<number, number>()
  let day = 0
  let last = 0
  for (const { index, minutes } of heads) {
    if (minutes < last) day += 1
    if (day > Math.min(DAYS_MAX, heads.length / HEADS_MIN)) return null
    days.set(index, day)
    last = minutes
  }
  return days
}

function minutesEast(offset: string | undefined): number {
  const [hours = 0, minutes = 0] = (offset ?? '+00:00').slice(1).split(':').map(Number)
  return (offset?.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
