import { agencies } from '../agencies.ts'
import { bodyHtml, escapeHtml, linkList, longDate, plainStyle, printedNames, relativeDate } from './markup.ts'
import type { Page, Template } from './page.ts'

/** A click-hungry portal: newsletter prompt and poll inside the text, vote counts, comment form, tags, app offer. */
export const cms: Template = (page) => {
  const { article, outlet } = page
  const credit = agencies.find(({ id }) => id === article.agency?.id && article.agency.credit === 'foot')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)} | ${outlet.name}</title>
<link rel="canonical" href="${page.canonicalUrl}">
<meta property="og:title" content="${escapeHtml(article.title)}">
<meta property="og:site_name" content="${outlet.name}">
<meta name="author" content="${escapeHtml(printedNames(article))}">
${article.quirks?.includes('relative-date') ? '' : `<meta name="date" content="${article.published}">`}
<meta name="keywords" content="valmere, news, breaking, ${escapeHtml(article.section.toLowerCase())}">
</head>
<body class="node-type-article">
<div class="app-banner">Read faster in the app! <a href="/app">Open</a> <span>No thanks</span></div>
<div class="region-header"><a href="/">${outlet.name}</a> <em>${outlet.tagline}</em>
<div class="menu-block"><ul>${outlet.sections.map((section) => `<li><a href="/${section.toLowerCase().replaceAll(' ', '-')}/">${section}</a></li>`).join('')}</ul></div>
<div class="breaking">BREAKING <a href="${page.related[0]?.url ?? '/'}">${escapeHtml(page.related[0]?.title ?? '')}</a></div></div>
<div class="region-content">
<div class="breadcrumb">Home &rsaquo; ${article.section}</div>
<h1 class="page-title">${escapeHtml(article.title)}</h1>
<div class="submitted">${byline(page)}<span class="when">${when(page)}</span> <span class="reads">4.1k reads</span> <span class="comment-count">37 comments</span></div>
<div class="field-body">
${bodyHtml(page, style)}
${credit === undefined ? '' : `<p><em>${credit.name}</em></p>`}
</div>
<div class="rate">Was this article useful? <button>👍 118</button> <button>👎 23</button></div>
<div class="tags">Tags: <a href="/tag/valmere">valmere</a> <a href="/tag/breaking">breaking</a> <a href="/tag/${article.section.toLowerCase().replaceAll(' ', '-')}">${article.section.toLowerCase()}</a></div>
<div class="view-related"><h3>You may also like</h3>
${linkList(page.related, ({ title, url, teaser }) => `<div class="row"><h4><a href="${url}">${escapeHtml(title)}</a></h4><p>${escapeHtml(teaser)}</p><span>${teaser.length} likes</span></div>`)}
</div>
<div class="comments"><h3>37 comments</h3>
<div class="comment"><b>pebble_77</b> <span>+12</span><p>They knew about this for years and nobody did a thing. Typical.</p><a href="#r">Reply</a></div>
<div class="comment"><b>OrrelOtter</b> <span>-3</span><p>First!!! And also: has anybody asked who pays for all of it in the end?</p><a href="#r">Reply</a></div>
<form><h4>Join the discussion</h4><p>You must be signed in to comment. Please keep to the house rules.</p><textarea name="c"></textarea><input type="submit" value="Send"></form></div>
</div>
<div class="region-footer">© 2026 Today Media Group. <a href="/imprint/">Imprint</a> <a href="/cookies/">Cookie settings</a></div>
</body>
</html>
`
}

const style = {
  ...plainStyle,
  also: ({ title, url }: { title: string; url: string }) =>
    `<p class="readmore"><b>READ MORE: <a href="${url}">${escapeHtml(title)}</a></b></p>`,
  after: {
    1: '<div class="newsletter-box"><p><b>Get the five things you need to know, every morning at six.</b></p><p>By signing up you agree to our terms.</p><input placeholder="Your email"><button>Sign me up</button></div>',
    3: '<div class="poll"><p>What do you think? Vote now!</p><button>Yes (61%)</button><button>No (39%)</button></div>',
  },
}

function byline({ article }: Page): string {
  const agency = agencies.find(({ id }) => id === article.agency?.id && article.agency.credit === 'byline')
  const names = [printedNames(article), agency === undefined ? '' : `(${agency.name})`].filter((part) => part !== '')
  return names.length === 0 ? '' : `<span class="author">by ${escapeHtml(names.join(' '))}</span> `
}

function when({ article, now }: Page): string {
  if (article.quirks?.includes('relative-date')) return relativeDate(article.published, now)
  return `${longDate(article.published)} ${article.published.slice(11, 16)}`
}
