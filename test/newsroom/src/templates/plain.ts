import { bodyHtml, escapeHtml, linkList, longDate, plainStyle, printedNames } from './markup.ts'
import type { Template } from './page.ts'

/** A parish bulletin: a headline, a line with name and date, the text, two links. */
export const plain: Template = (page) => `<!DOCTYPE html>
<meta charset=utf-8>
<title>${escapeHtml(page.article.title)}</title>
<p><a href="/">Pellworth Bulletin</a>
<h1>${escapeHtml(page.article.title)}</h1>
<p>${escapeHtml([printedNames(page.article), longDate(page.article.published)].filter((part) => part !== '').join(', '))}
${bodyHtml(page, { ...plainStyle, paragraph: (html) => `<p>${html}` })}
<hr>
${linkList(page.related.slice(0, 2), ({ title, url }) => `<p><a href="${url}">${escapeHtml(title)}</a>`)}
`
