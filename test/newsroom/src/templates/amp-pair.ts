import { agencies } from '../agencies.ts'
import { bodyHtml, escapeHtml, imageUrl, linkList, longDate, plainStyle, printedNames, scriptJson } from './markup.ts'
import type { Page, Template } from './page.ts'

/** A local site with an AMP twin of each article; the twin's canonical link names the page. */
export const ampPair: Template = (page) => (page.isAmp ? ampPage(page) : fullPage(page))

function fullPage(page: Page): string {
  const { article, outlet } = page
  const hasAmp = article.quirks?.includes('amp') ?? false
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)} - ${outlet.name}</title>
<link rel="canonical" href="${page.canonicalUrl}">
${hasAmp ? `<link rel="amphtml" href="http://${outlet.host}/amp${article.currentPath}">` : ''}
<meta name="twitter:card" content="summary_large_image">
<meta name="twitter:title" content="${escapeHtml(article.title)}">
<script type="application/ld+json">${scriptJson(linkedData(page))}</script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="site"><a href="/"><img src="${imageUrl(page, 'logo')}" alt="${outlet.name}"></a>
<nav><ul>${outlet.sections.map((section) => `<li><a href="/${section.toLowerCase()}">${section}</a></li>`).join('')}</ul></nav></header>
<main id="main">
<h1>${escapeHtml(article.title)}</h1>
<div class="byline">${escapeHtml(printedNames(article))} <span aria-hidden="true">|</span> <time datetime="${article.published}">${longDate(article.published)}</time></div>
<div class="richtext">
${bodyHtml(page, plainStyle)}
${foot(page)}
</div>
<section class="support"><h2>Keep the Citizen going</h2><p>We are eleven people and no shareholders. If you can, give 5 crowns a month.</p><a href="/join">Join us</a></section>
<section class="next"><h2>Read next</h2><ul>${linkList(page.related, ({ title, url }) => `<li><a href="${url}">${escapeHtml(title)}</a></li>`)}</ul></section>
</main>
<footer><p>The Merrin Citizen, Cloth Square 8, Merrin. Corrections: corrections@citizen.example</p></footer>
</body>
</html>
`
}

function ampPage(page: Page): string {
  const { article, outlet } = page
  return `<!doctype html>
<html amp lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)}</title>
<link rel="canonical" href="${page.canonicalUrl}">
<meta name="viewport" content="width=device-width">
<script type="application/ld+json">${scriptJson(linkedData(page))}</script>
</head>
<body>
<div class="bar"><a href="/">${outlet.name}</a></div>
<article>
<h1>${escapeHtml(article.title)}</h1>
<p class="meta">${escapeHtml(printedNames(article))}, ${longDate(article.published)}</p>
${bodyHtml(page, plainStyle)}
${foot(page)}
</article>
<p><a href="${page.canonicalUrl}">Read this on our site</a></p>
</body>
</html>
`
}

function foot({ article }: Page): string {
  const agency = agencies.find(({ id }) => id === article.agency?.id && article.agency.credit === 'foot')
  const notice =
    article.edit?.notice === undefined ? '' : `<p class="correction">${escapeHtml(article.edit.notice)}</p>`
  return agency === undefined ? notice : `<p class="credit">With reporting by ${agency.name}</p>${notice}`
}

function linkedData({ article, outlet, canonicalUrl }: Page): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': ['NewsArticle'],
    url: canonicalUrl,
    headline: article.title,
    datePublished: article.published,
    ...(article.modified === undefined ? {} : { dateModified: article.modified }),
    author: { '@type': 'Person', name: printedNames(article) },
    publisher: {
      '@type': 'Organization',
      name: outlet.name,
      logo: { '@type': 'ImageObject', url: `http://${outlet.host}/images/logo.svg` },
    },
  }
}
