import type { Field } from '@dateline/domain'
import { findAgency } from '../credits/find-agency.ts'
import { known, unknown } from '../html/field.ts'
import type { MarkedLine } from './marked-line.ts'
import { publisherName } from './publisher-name.ts'

type Publisher = { name: string; domain: string | null }
type Sources = {
  url: string | null
  lines: readonly MarkedLine[]
  standfirst: string | null
  text: string
  title: string | null
}

/** "…, reports The North Times": how outlets sign a standfirst. */
const SIGNED =
  /[,.–—-]\s*(?:reports?|writes?|says)\s+(?<name>\p{Lu}[\p{L}\p{M}'’&.]*(?:\s(?:of|the|and|&|\p{Lu}[\p{L}\p{M}'’&.]*)){0,5})\.?$/u
const COPYRIGHT =
  /^(?:copyright|©|\(c\))\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?(?<name>\p{Lu}[^.,|©]{2,50}?)(?:\s*[.,|]|\s+all rights|\s*$)/iu

/** Whose page it is, where the scrape says so: its address, a signed standfirst, the copyright line. */
export function readPublisher({ url, lines, standfirst, text }: Sources): Field<Publisher> {
  const signed = standfirst === null ? undefined : SIGNED.exec(standfirst)?.groups?.name
  const address = url === null ? null : publisherName(url, text)
  const domain = address?.domain ?? null
  if (signed !== undefined && findAgency(signed) === null)
    return known({ name: signed.trim(), domain }, standfirst!, 0.85)
  for (const line of lines) {
    const name =
      line.rule === 'copyright'
        ? COPYRIGHT.exec(line.text)
            ?.groups?.name?.replace(/[\s,]+\d{4}$/u, '')
            .trim()
        : undefined
    if (name !== undefined && findAgency(name) === null && !/rights|reserved/iu.test(name))
      return known({ name, domain }, line.text, 0.75)
  }
  if (address?.name != null) return known({ name: address.name, domain }, url!, 0.75, 'derived')
  if (domain !== null) return known({ name: domain, domain }, url!, 0.6, 'derived')
  return unknown('the page does not name its publisher')
}

/** "Talks resume | The North Times" → "Talks resume", where the page is The North Times'. */
export function titleWithoutPublisher(title: string, publisher: string | null): string {
  const match = /^(?<own>.{10,}?)\s+[|–—-]\s+(?<house>[^|]{3,40})$/u.exec(title)?.groups
  if (match === undefined || publisher === null) return title
  const bare = (text: string) => text.toLowerCase().replace(/^the\s|[^\p{L}\p{N}]/gu, '')
  return bare(match.house!) === bare(publisher) ? match.own! : title
}
