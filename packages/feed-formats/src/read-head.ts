import type { FeedHead, FeedLinks, FeedPolling } from './feed.ts'
import { authorsOf, personName } from './person-names.ts'
import { plainText } from './plain-text.ts'
import { categoriesOf, dateOf, firstHtml, firstTitle, languageTag } from './read-entry.ts'
import { alternateOf, type Link, relOf } from './read-links.ts'
import { baseOf, resolveUrl } from './resolve-url.ts'
import type { TextDefault } from './text-construct.ts'
import { elementsOf, firstOf, firstValue, textOf } from './xml-query.ts'
import type { XmlElement } from './xml-tree.ts'

const MINUTES: Readonly<Record<string, number>> = {
  hourly: 60,
  daily: 1440,
  weekly: 10_080,
  monthly: 43_200,
  yearly: 525_600,
}
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** A year: what asks for longer pauses asks in vain. */
const TTL_MINUTES_MAX = 525_600
const DESCRIPTION = [
  'description',
  'atom:subtitle',
  'subtitle',
  'atom:tagline',
  'tagline',
  'dc:description',
  'itunes:summary',
  'abstract',
]

/** The feed's own words, from a `channel` or an Atom `feed`. */
export function readHead(
  channel: XmlElement,
  links: readonly Link[],
  documentBase: string | null,
  byDefault: TextDefault,
): FeedHead {
  const base = baseOf(channel, documentBase)
  const named = authorsOf(channel)
  const editor = firstValue(channel, 'managingeditor', 'webmaster', 'dc:publisher')
  return {
    title: firstTitle(channel, null, byDefault),
    url: alternateOf(links) ?? resolveUrl(channel.attributes['rdf:about'] ?? null, base),
    description: firstHtml([channel], [...DESCRIPTION, 'itunes:subtitle', 'atom:info'], byDefault),
    id: firstValue(channel, 'atom:id', 'id', 'guid', 'dc:identifier') ?? channel.attributes['rdf:about'] ?? null,
    language: languageTag(firstValue(channel, 'language', 'dc:language') ?? channel.language),
    authors: named.length === 0 && editor !== null ? [personName(editor)] : named,
    publishedAt: dateOf(
      channel,
      'pubdate',
      'atom:published',
      'published',
      'atom:issued',
      'atom:created',
      'dc:date',
      'dcterms:issued',
    ),
    updatedAt: dateOf(
      channel,
      'lastbuilddate',
      'atom:updated',
      'updated',
      'atom:modified',
      'modified',
      'dcterms:modified',
      'dc:date',
    ),
    categories: categoriesOf(channel),
    imageUrl: imageOf(channel, base),
    rights:
      plainText(firstValue(channel, 'copyright', 'atom:rights', 'rights', 'dc:rights', 'atom:copyright') ?? '') || null,
    generator: plainText(firstValue(channel, 'generator', 'atom:generator') ?? '') || null,
  }
}

export function readFeedLinks(links: readonly Link[]): FeedLinks {
  return {
    self: relOf(links, 'self'),
    hubs: [...new Set(links.filter(({ rel }) => rel === 'hub').map(({ url }) => url))],
    next: relOf(links, 'next'),
    previousArchive: relOf(links, 'prev-archive'),
  }
}

export function readPolling(channel: XmlElement): FeedPolling {
  const ttl = Number(/^\d{1,9}/.exec(firstValue(channel, 'ttl') ?? '')?.[0] ?? Number.NaN)
  const period = MINUTES[firstValue(channel, 'sy:updateperiod')?.toLowerCase() ?? '']
  const frequency = Math.max(1, Number(firstValue(channel, 'sy:updatefrequency') ?? 1) || 1)
  const minutes = Number.isNaN(ttl) || ttl === 0 ? (period === undefined ? null : Math.round(period / frequency)) : ttl
  const hours = within(channel, 'skiphours', 'hour').map(Number)
  const days = within(channel, 'skipdays', 'day').map((day) =>
    WEEKDAYS.find((name) => day.toLowerCase().startsWith(name.toLowerCase().slice(0, 3))),
  )
  return {
    ttlMinutes: minutes === null ? null : Math.min(Math.max(1, minutes), TTL_MINUTES_MAX),
    // RSS 0.91 counted from 1 to 24.
    skipHours: [
      ...new Set(hours.filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24).map((hour) => hour % 24)),
    ],
    skipDays: [...new Set(days.filter((day) => day !== undefined))],
    complete: firstOf(channel, 'fh:complete') !== null,
  }
}

function within(channel: XmlElement, list: string, name: string): string[] {
  const parent = firstOf(channel, list)
  return parent === null
    ? []
    : elementsOf(parent, name)
        .map(textOf)
        .filter((text) => text !== '')
}

function imageOf(channel: XmlElement, base: string | null): string | null {
  const image = firstOf(channel, 'image')
  const named =
    image === null ? null : (firstValue(image, 'url') ?? image.attributes['rdf:resource'] ?? image.attributes.href)
  const reference =
    named ?? firstOf(channel, 'itunes:image')?.attributes.href ?? firstValue(channel, 'atom:logo', 'logo', 'atom:icon')
  return resolveUrl(reference ?? null, base)
}
