import { bodyHtml, escapeHtml, linkList, plainStyle, printedNames, relativeDate } from './markup.ts'
import type { Template } from './page.ts'

/** A page that is one third somebody's article and two thirds other papers' teasers. */
export const aggregator: Template = (page) => {
  const { article, outlet } = page
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)} - ${outlet.name}</title>
<meta property="og:title" content="${escapeHtml(article.title)}">
</head>
<body>
<div class="head"><a href="/">${outlet.name}</a> <span>date ${page.now.slice(0, 10)}</span> <a href="/contributors">Contributors</a> <a href="/publishers">Publishers</a> <a href="/advertisers">Advertisers</a></div>
<div class="one">
<h1>${escapeHtml(article.title)}</h1>
<div class="src">${escapeHtml(printedNames(article))}</div>
<div class="ago">${relativeDate(article.published, page.now)}</div>
<div class="txt">
${bodyHtml(page, plainStyle)}
</div>
</div>
<div class="many"><h2>More on this from other publishers</h2>
${linkList(
  page.elsewhere,
  ({ title, url, outlet: name, teaser }) =>
    `<div class="item"><h3><a href="${url}">${escapeHtml(title)}</a></h3><div class="src">${escapeHtml(name)}</div><p>${escapeHtml(teaser)}</p></div>`,
)}
</div>
<div class="end">Frontpages shows you what others write. All rights are theirs.</div>
</body>
</html>
`
}
