/** Longer texts are no dates. */
const DATE_CHARS_MAX = 100

/** First letters of months, without accents, as feeds write them in many languages; the first that fits counts. */
const MONTHS: readonly (readonly [prefix: string, month: number])[] = (
  [
    ['jan gen sty led ian янв січ ιαν oca ene', 1],
    ['feb fev feu lut uno фев лют φεβ sub', 2],
    ['mar maer mrt marz brez бер маρ мар μαρ', 3],
    ['apr avr abr kwi dub апр кві απρ nis ave', 4],
    ['may mai maj mei mag kve май мая трав μαι μαϊ', 5],
    ['jun juin giu cze cerven июн черв ιουν haz', 6],
    ['jul juil lug lip cervenec июл лип ιουλ tem', 7],
    ['aug aou ago sie srp авг серп αυγ', 8],
    ['sep set wrz zar сен вер σεπ eyl szep', 9],
    ['oct okt oto paz rij окт жовт οκτ ott out eki', 10],
    ['nov lis ноя лист νοε kas', 11],
    ['dec dez dic des gru pro дек груд δεκ ara', 12],
  ] as const
)
  .flatMap(([names, month]) => names.split(' ').map((prefix) => [prefix, month] as const))
  .toSorted(([a], [b]) => b.length - a.length)

/** Minutes east of UTC. @see https://www.rfc-editor.org/rfc/rfc822#section-5.1 for the American ones */
const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, est: -300, edt: -240, et: -300, cst: -360, cdt: -300, ct: -360, mst: -420 },
  ...{ mdt: -360, mt: -420, pst: -480, pdt: -420, pt: -480, akst: -540, akdt: -480, hst: -600, ast: -240, adt: -180 },
  ...{ nst: -210, ndt: -150, brt: -180, art: -180, bst: 60, west: 60, cet: 60, mez: 60, met: 60, cest: 120, mesz: 120 },
  ...{ eet: 120, sast: 120, eest: 180, msk: 180, trt: 180, gst: 240, pkt: 300, ist: 330, wib: 420, sgt: 480, hkt: 480 },
  ...{ awst: 480, jst: 540, kst: 540, acst: 570, aest: 600, acdt: 630, aedt: 660, nzst: 720, nzdt: 780 },
}

type Parts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  ms: number
  zone: number
}

/**
 * A feed's date in whatever form it is written: RFC 822, ISO 8601 and W3C-DTF, `asctime`, their misspellings, month names
 * of many languages. Without a zone it is read as UTC, without a time as midnight.
 *
 * @returns UTC, "2031-04-05T10:00:00Z"; null if it names no date, or one that does not exist.
 */
export function feedDate(text: string | null): string | null {
  if (text === null || text.length > DATE_CHARS_MAX) return null
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const parts = isoParts(plain) ?? koreanParts(plain) ?? namedParts(plain) ?? slashParts(plain)
  return parts === null ? null : instantOf(parts)
}

function instantOf({ year, month, day, hour, minute, second, ms, zone }: Parts): string | null {
  const isReal = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
  // 24:00 is midnight, and a leap second the next minute.
  if (!isReal || year < 1000 || hour > 24 || minute > 59 || second > 60 || Math.abs(zone) > 15 * 60) return null
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute - zone, second, ms))
  return date.toISOString().replace('.000Z', 'Z')
}

/** "T10:00:00.5+02:00", " 10:00 pm est", "" and all between. */
function timeParts(text: string): Pick<Parts, 'hour' | 'minute' | 'second' | 'ms' | 'zone'> {
  const match = /(?<!\d)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?|(?=\s*[ap]\.?m))/.exec(text)
  const half = /(?:^|[\d\s])(am|pm|a\.m\.|p\.m\.|오전|오후)/u.exec(text.normalize('NFC'))?.[1] ?? null
  let hour = Number(match?.[1] ?? 0)
  if (half !== null && hour <= 12) hour = (hour % 12) + (/^p|오후/u.test(half) ? 12 : 0)
  const rest = match === null ? text : text.slice(match.index + match[0].length)
  const ms = Math.floor(Number(`0.${match?.[4] ?? 0}`) * 1000)
  return { hour, minute: Number(match?.[2] ?? 0), second: Number(match?.[3] ?? 0), ms, zone: zoneOf(rest) }
}

function zoneOf(text: string): number {
  const offset = /(?:^|[^\d])([+-])\s?(\d{1,2}):?(\d{2})?(?!\d)/.exec(text)
  if (offset !== null) {
    const [, sign, hours, minutes] = offset
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0))
  }
  for (const [word] of text.matchAll(/[a-z]+/g)) {
    const zone = Object.hasOwn(ZONES, word) ? ZONES[word] : undefined
    if (zone !== undefined) return zone
  }
  return 0
}

function isoParts(text: string): Parts | null {
  const match =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?|(\d{2})(\d{2})|-(\d{3}))?(?=$|[t\s,z])(.*)$/s.exec(text) ??
    /^(\d{2})-(\d{2})-(\d{2})(?=$|[t\s])()()()(.*)$/s.exec(text)
  if (match === null) return null
  const [, yearText, month, day, compactMonth, compactDay, ordinal, rest] = match
  const compact = /^t(\d{2})(\d{2})(\d{2})?/.exec(rest!)
  const time = timeParts(
    compact ? rest!.replace(compact[0], `${compact[1]}:${compact[2]}:${compact[3] ?? '00'}`) : rest!,
  )
  const year = fullYear(yearText!)
  if (ordinal) {
    const date = new Date(Date.UTC(year, 0, Number(ordinal)))
    return { year, month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...time }
  }
  return { year, month: Number(month || compactMonth || 1), day: Number(day || compactDay || 1), ...time }
}

/** "2031년 4월 5일 오후 01:31:15" */
function koreanParts(text: string): Parts | null {
  const match = /^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일(.*)$/su.exec(text.normalize('NFC'))
  if (match === null) return null
  // Korea has one zone, and its software leaves it out.
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), ...timeParts(match[4]!), zone: 540 }
}

/** Time and zone within a date: "19:48:21 gmt+0100". */
const CLOCK =
  /\d{1,2}:\d{1,2}(?::\d{1,2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?\s*(?:[a-z]{1,5})?\s*(?:[+-]\s?\d{1,2}:?\d{2})?/

/** Any order of day, month by name, year and time. */
function namedParts(text: string): Parts | null {
  const words = [...text.matchAll(/\p{L}{3,}/gu)]
  // The weekday comes first and may look like a month ("mar" is Tuesday in Spanish).
  const months = words.map(([word]) => MONTHS.find(([prefix]) => word.startsWith(prefix))?.[1])
  const at = months.findLastIndex((month) => month !== undefined)
  const firstAt = months.findIndex((month) => month !== undefined)
  if (at < 0) return null
  const month = months[firstAt === 0 && at > 0 ? at : firstAt]!
  const clock = CLOCK.exec(text)
  const numbers = (clock === null ? text : text.replace(clock[0], ' ')).match(/\d{1,4}/g) ?? []
  const yearText = numbers.find((number) => number.length === 4) ?? numbers[1]
  const dayText = numbers.find((number) => number.length <= 2 && number !== yearText) ?? numbers[0]
  if (yearText === undefined || dayText === undefined || dayText.length > 2) return null
  const time = timeParts(clock === null ? '' : text.slice(clock.index))
  return { year: fullYear(yearText), month, day: Number(dayText), ...time }
}

/** Day and month in figures: only where one of them can be no month. */
function slashParts(text: string): Parts | null {
  const match = /^(?:\p{L}+,?\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)(.*)$/su.exec(text)
  if (match === null) return null
  const [a, b] = [Number(match[1]), Number(match[2])]
  const isDotted = /^\D*\d{1,2}\./.test(text)
  if (!isDotted && a <= 12 && b <= 12 && a !== b) return null
  const [day, month] = isDotted || a > 12 ? [a, b] : [b, a]
  return { year: fullYear(match[3]!), month, day, ...timeParts(match[4]!) }
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length > 2 ? year : year + (year < 70 ? 2000 : 1900)
}
