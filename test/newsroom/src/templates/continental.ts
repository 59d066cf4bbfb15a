import { bodyHtml, escapeHtml, linkList, longDate, plainStyle, printedNames, scriptJson } from './markup.ts'
import type { Template } from './page.ts'

const WORDS: Readonly<Record<string, { by: string; and: string; more: string; notice: string }>> = {
  de: { by: 'Von', and: 'und', more: 'Mehr zum Thema', notice: 'Alle Rechte vorbehalten.' },
  fr: { by: 'Par', and: 'et', more: 'À lire aussi', notice: 'Tous droits réservés.' },
  es: { by: 'Por', and: 'y', more: 'Le puede interesar', notice: 'Todos los derechos reservados.' },
  ar: { by: 'بقلم', and: 'و', more: 'اقرأ أيضا', notice: 'جميع الحقوق محفوظة' },
  ja: { by: '文・', and: '、', more: '関連記事', notice: '無断転載を禁じます。' },
}

/** One publisher's software for papers in many languages: dates and labels by locale, right to left where it must be. */
export const continental: Template = (page) => {
  const { article, outlet } = page
  const words = WORDS[outlet.language]!
  return `<!DOCTYPE html>
<html lang="${outlet.language}" dir="${outlet.language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)} · ${outlet.name}</title>
<link rel="canonical" href="${page.canonicalUrl}">
<meta property="og:site_name" content="${outlet.name}">
<meta property="og:locale" content="${outlet.language}">
<script type="application/ld+json">${scriptJson({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    inLanguage: outlet.language,
    datePublished: article.published,
    author: article.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: outlet.name },
  })}</script>
</head>
<body>
<header><a href="/">${outlet.name}</a><p>${outlet.tagline}</p><nav>${outlet.sections.map((section) => `<a href="/${encodeURI(section.toLowerCase())}">${section}</a>`).join(' · ')}</nav></header>
<main><article>
<h1>${escapeHtml(article.title)}</h1>
${article.standfirst === undefined ? '' : `<p class="lead">${escapeHtml(article.standfirst)}</p>`}
<p class="byline">${words.by} ${escapeHtml(printedNames(article, words.and))} · <time datetime="${article.published}">${longDate(article.published, outlet.language)}</time></p>
<div class="text">
${bodyHtml(page, { ...plainStyle, also: ({ title, url }) => `<p class="more"><a href="${url}">${words.more}: ${escapeHtml(title)}</a></p>` })}
</div>
</article>
<aside><h2>${words.more}</h2><ul>${linkList(page.related, ({ title, url }) => `<li><a href="${url}">${escapeHtml(title)}</a></li>`)}</ul></aside></main>
<footer>© 2026 ${outlet.name}. ${words.notice}</footer>
</body>
</html>
`
}
