import type { Outlet } from '../outlets.ts'
import { escapeHtml, linkList } from './markup.ts'
import type { Link } from './page.ts'

/** Front page or section of an outlet: links and teasers, no article. */
export function frontPage(outlet: Outlet, heading: string, links: readonly Link[]): string {
  return `<!DOCTYPE html>
<html lang="${outlet.language}">
<head><meta charset="utf-8"><title>${escapeHtml(heading)}</title>${outlet.listings
    .filter(({ kind }) => kind === 'feed')
    .map(({ path }) => `<link rel="alternate" type="${feedType(path)}" href="${path}">`)
    .join('')}</head>
<body>
<h1><a href="/">${escapeHtml(outlet.name)}</a></h1>
<p>${escapeHtml(outlet.tagline)}</p>
<ul class="sections">${outlet.sections.map((section) => `<li><a href="${sectionPath(section)}">${escapeHtml(section)}</a></li>`).join('')}</ul>
<h2>${escapeHtml(heading)}</h2>
${linkList(links, ({ title, url, teaser }) => `<div class="teaser"><h3><a href="${url}">${escapeHtml(title)}</a></h3><p>${escapeHtml(teaser)}</p></div>`)}
<p><a href="/imprint">Imprint</a></p>
</body>
</html>
`
}

/** e.g. "/top-stories/" */
export function sectionPath(section: string): string {
  return `/${encodeURI(section.toLowerCase().replaceAll(' ', '-'))}/`
}

function feedType(path: string): string {
  if (path.endsWith('.json')) return 'application/feed+json'
  return path.includes('atom') ? 'application/atom+xml' : 'application/rss+xml'
}
