import { bodyHtml, escapeHtml, linkList, longDate, plainStyle, printedNames } from './markup.ts'
import type { Template } from './page.ts'

/** Meridian Press Agency's public site: Dublin Core tags, divs by position, the agency in the dateline. */
export const bulletinBoard: Template = (page) => {
  const { article, outlet } = page
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>MPA | ${escapeHtml(article.title)}</title>
<meta name="DC.title" content="${escapeHtml(article.title)}" />
<meta name="DC.date.issued" content="${article.published}" />
<meta name="DC.publisher" content="${outlet.name}" />
${article.authors.length === 0 ? '' : `<meta name="DC.creator" content="${escapeHtml(printedNames(article))}" />`}
<meta name="DC.identifier" content="${page.canonicalUrl}" />
</head>
<body>
<div id="a1"><strong>MERIDIAN PRESS AGENCY</strong> | ${outlet.sections.join(' | ')} | Photos | Contact</div>
<div id="b1">
<div class="t1">${escapeHtml(article.title)}</div>
<div class="t2">${longDate(article.published)} ${article.published.slice(11, 16)} GMT</div>
<div class="t3">
${bodyHtml(page, plainStyle)}
${article.authors.length === 0 ? '' : `<p class="t4">(Reporting by ${escapeHtml(printedNames(article))})</p>`}
</div>
</div>
<div id="c1"><div class="c2">TODAY ON MPA</div>
${linkList(page.related, ({ title, url }) => `<div class="c3"><a href="${url}">${escapeHtml(title)}</a></div>`)}
</div>
<div id="d1">(c) Meridian Press Agency 2026. Quotation with source allowed.</div>
</body>
</html>
`
}
