import { bodyHtml, escapeHtml, linkList, longDate, plainStyle, printedNames, scriptJson } from './markup.ts'
import type { Template } from './page.ts'

/** Northwire's public site: one JSON-LD block, byline with the agency's name, a slug line at the foot. */
export const wire: Template = (page) => {
  const { article, outlet } = page
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)} — Northwire</title>
<link rel="canonical" href="${page.canonicalUrl}">
<script type="application/ld+json">${scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    datePublished: article.published,
    dateModified: article.modified ?? article.published,
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'NewsMediaOrganization', name: outlet.name, url: `http://${outlet.host}/` },
    sourceOrganization: { '@type': 'NewsMediaOrganization', name: outlet.name },
  })}</script>
</head>
<body>
<header><b>NORTHWIRE</b> <nav>${outlet.sections.map((section) => `<a href="/topic/${section.toLowerCase()}">${section}</a>`).join(' | ')} | <a href="/clients">Client login</a></nav></header>
<article>
<h1>${escapeHtml(article.title)}</h1>
<p class="byline">By ${escapeHtml(printedNames(article))}, Northwire</p>
<p class="date"><time datetime="${article.published}">${longDate(article.published)}, ${article.published.slice(11, 16)} UTC</time></p>
<div class="copy">
${bodyHtml(page, plainStyle)}
</div>
</article>
<section><h2>Latest on the wire</h2><ul>
${linkList(page.related, ({ title, url }) => `<li><a href="${url}">${escapeHtml(title)}</a></li>`)}
</ul></section>
<footer>Copyright 2026 Northwire. Republication by clients only. NORTHWIRE ${article.section.toUpperCase()} ${article.published.slice(11, 16).replace(':', '')}</footer>
</body>
</html>
`
}
