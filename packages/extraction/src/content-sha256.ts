import { type Extraction, sha256Hex } from '@dateline/domain'

/**
 * What readers see as the article, hashed: headline, standfirst, people, agency, place and text. Furniture, links, pictures
 * and the evidence do not count, so a page whose surroundings changed is no new revision.
 *
 * Typography is kept: a changed quote mark is a change that readers see; which code points make up an accented letter is not. A day worked out from "5 days ago" does not count: it
 * may come out one day off at the next visit, on a page that nobody has touched.
 */
export function contentSha256(extraction: Extraction): string {
  const { title, standfirst, authors, agency, dateline, publishedAt, text } = extraction
  const seen = [
    title.value,
    standfirst.value,
    authors.value?.map(({ name }) => name) ?? null,
    agency.value?.id ?? null,
    dateline.value?.place ?? null,
    publishedAt.value !== null && publishedAt.basis === 'explicit' ? publishedAt.value.at : null,
    text,
    extraction.marks.correction,
  ]
  return sha256Hex(JSON.stringify(seen).normalize('NFC'))
}
