import type { When } from '@dateline/domain'
import { findAgency, localDay, type PageReading, readPage } from '@dateline/extraction'

/** For benchmarks: the fields of a page whatever its verdict, the body with its standfirst and dateline as printed. */
export function extract(html: string, url: string | null) {
  return answerOf(readPage({ html, url, capturedAt: null }))
}

/** A reading in the scorer's form; cross-validation makes readings with another model. */
export function answerOf({ extraction, shownDate }: PageReading) {
  const { title, authors, byline, publishedAt, modifiedAt, standfirst, dateline, text } = extraction
  const lines = [standfirst.value, dateline.value === null ? text : `${dateline.value.raw} ${text}`]
  // Truth is the day readers see with the headline: on some pages, without a word, that of the last change.
  const isChangeShown =
    shownDate !== null &&
    !shownDate.isModified &&
    modifiedAt.value !== null &&
    localDay(shownDate.when) === localDay(modifiedAt.value) &&
    (publishedAt.value === null ||
      ![publishedAt.value.at.slice(0, 10), publishedAt.value.localDay, localDay(publishedAt.value)].includes(
        localDay(shownDate.when),
      ))
  const date = isChangeShown ? modifiedAt.value : (publishedAt.value ?? modifiedAt.value)
  return {
    title: title.value,
    author: credits(authors.value?.map(({ name }) => name) ?? [], byline.value),
    date: date === null ? null : localTime(date),
    text: lines.filter((line) => line !== null).join('\n\n'),
  }
}

/** Benchmarks list whoever the byline credits: people, and the agency beside them; else the agency or the desk. */
function credits(people: string[], byline: string | null): string[] {
  const parts = byline === null ? [] : byline.replace(/^(?:by|von|par|por)\s+/i, '').split(SEPARATOR)
  if (people.length === 0) return parts.filter((part) => part !== '')
  if (!people.some((name) => byline?.includes(name))) return people // it credits a picture, or somebody else
  return [...people, ...parts.filter((part) => findAgency(part) !== null)]
}

const SEPARATOR = /\s*(?:,|;|\||\/)\s*|\s+(?:and|und|et|y|e|&)\s+/

/** With the offset the page stated, or the least one that gives the day the page shows: the scorer accepts either day. */
function localTime({ at, offset, localDay }: When): string {
  const hours = Array.from({ length: 28 }, (_, i) => (i % 2 === 0 ? -1 : 1) * (1 + Math.floor(i / 2)))
  const least = hours.find((hour) => localDay !== undefined && shifted(at, hour * 60).startsWith(localDay))
  if (least !== undefined)
    return `${shifted(at, least * 60)}${least < 0 ? '-' : '+'}${String(Math.abs(least)).padStart(2, '0')}:00`
  if (offset === undefined) return at
  const minutes = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * (offset.startsWith('-') ? -1 : 1)
  return `${shifted(at, minutes)}${offset}`
}

const shifted = (at: string, minutes: number) => new Date(Date.parse(at) + minutes * 60_000).toISOString().slice(0, 19)
