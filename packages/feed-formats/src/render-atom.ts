import { escapeXml } from './escape-xml.ts'
import type { OutputEntry, OutputFeed } from './output-feed.ts'

/** Atom 1.0. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function renderAtom(feed: OutputFeed): string {
  const lines = [
    ...[element('title', feed.title), element('subtitle', feed.description), element('id', feed.selfUrl)],
    ...[
      element('updated', feed.updatedAt),
      link('self', feed.selfUrl, 'application/atom+xml'),
      link('alternate', feed.url),
    ],
    ...feed.hubUrls.map((url) => link('hub', url)),
    ...feed.entries.map(renderEntry),
  ]
  const language = feed.language === null ? '' : ` xml:lang="${escapeXml(feed.language)}"`
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"${language}>
${lines.filter((line) => line !== '').join('\n')}
</feed>
`
}

function renderEntry(entry: OutputEntry): string {
  const { source } = entry
  const content = entry.contentHtml === null ? '' : `<content type="html">${escapeXml(entry.contentHtml)}</content>`
  const lines = [
    ...[element('title', entry.title), element('id', entry.id), link('alternate', entry.url)],
    ...[element('published', entry.publishedAt), element('updated', entry.updatedAt)],
    ...entry.authors.map((name) => `<author>${element('name', name)}</author>`),
    ...entry.categories.map((term) => `<category term="${escapeXml(term)}"/>`),
    ...[element('summary', entry.summary), content],
    entry.imageUrl === null ? '' : link('enclosure', entry.imageUrl, 'image/*'),
    source === null
      ? ''
      : `<source>${element('id', source.url)}${element('title', source.title)}${link('alternate', source.url)}</source>`,
  ]
  const language = entry.language === null ? '' : ` xml:lang="${escapeXml(entry.language)}"`
  return `<entry${language}>\n${lines.filter((line) => line !== '').join('\n')}\n</entry>`
}

function element(name: string, text: string | null): string {
  return text === null ? '' : `<${name}>${escapeXml(text)}</${name}>`
}

function link(rel: string, url: string, type?: string): string {
  return `<link rel="${rel}" href="${escapeXml(url)}"${type === undefined ? '' : ` type="${type}"`}/>`
}
