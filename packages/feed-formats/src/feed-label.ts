import type { FeedEntry, FeedHead } from './feed.ts'
import { plainText } from './plain-text.ts'

const LABEL_CHARS_MAX = 100

/** What to call an entry that has no title: its first words, else its address. For people; never stored as a title. */
export function entryLabel({ title, summary, content, link }: FeedEntry): string | null {
  return title ?? firstWords(summary) ?? firstWords(content) ?? link
}

/** What to call a feed: its title, else its site, else where it was found. */
export function feedLabel({ title, url }: FeedHead, foundAt: string | null): string | null {
  return title ?? url ?? foundAt
}

function firstWords(html: string | null): string | null {
  const text = plainText(html ?? '')
  if (text === '') return null
  return text.length <= LABEL_CHARS_MAX ? text : `${text.slice(0, LABEL_CHARS_MAX - 1).toWellFormed()}…`
}
