import { agencies } from '../agencies.ts'
import { bodyHtml, escapeHtml, linkList, longDate, plainStyle } from './markup.ts'
import type { Template } from './page.ts'

/** A business paper with schema.org microdata and a subscription wall. */
export const microdata: Template = (page) => {
  const { article, outlet } = page
  const agency = agencies.find(({ id }) => id === article.agency?.id && article.agency.credit === 'foot')
  const isWalled = article.quirks?.includes('paywall') ?? false
  return `<!DOCTYPE html>
<html lang="en-GB" itemscope itemtype="https://schema.org/WebPage">
<head>
<meta charset="utf-8">
<title>${escapeHtml(article.title)} - ${outlet.name}</title>
<link rel="canonical" href="${page.canonicalUrl}">
<link rel="alternate" type="application/atom+xml" href="/atom">
<meta name="robots" content="max-snippet:160">
</head>
<body>
<div id="top"><ul>${outlet.sections.map((section) => `<li><a href="/section/${section.toLowerCase()}">${section}</a></li>`).join('')}<li><a href="/account/login">Log in</a></li></ul>
<table class="ticker"><tr><td>VLX 40</td><td>3,118.20</td><td>-0.6%</td></tr><tr><td>Crown/lev</td><td>1.284</td><td>-0.4%</td></tr></table></div>
<div id="page">
<div itemscope itemtype="https://schema.org/NewsArticle" itemid="${page.canonicalUrl}">
<meta itemprop="mainEntityOfPage" content="${page.canonicalUrl}">
<meta itemprop="isAccessibleForFree" content="${isWalled ? 'False' : 'True'}">
<span class="rubric" itemprop="articleSection">${article.section}</span>
<h1 itemprop="headline">${escapeHtml(article.title)}</h1>
${article.standfirst === undefined ? '' : `<h2 class="deck" itemprop="alternativeHeadline">${escapeHtml(article.standfirst)}</h2>`}
<div class="by">${article.authors
    .map(
      (name) =>
        `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escapeHtml(name)}</span></span>`,
    )
    .join(', ')}
 · <time itemprop="datePublished" datetime="${article.published}">${longDate(article.published)}</time>
${article.modified === undefined ? '' : ` · updated <time itemprop="dateModified" datetime="${article.modified}">${longDate(article.modified)} ${article.modified.slice(11, 16)}</time>`}</div>
<div itemprop="publisher" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="${outlet.name}"></div>
<div class="text" itemprop="articleBody">
${bodyHtml(page, style)}
${agency === undefined ? '' : `<p class="source">Source: ${agency.name}</p>`}
</div>
${isWalled ? wall : ''}
</div>
<div class="rail"><h4>Latest from ${article.section}</h4>
${linkList(page.related, ({ title, url, teaser }) => `<div class="card"><a href="${url}"><h5>${escapeHtml(title)}</h5></a><p>${escapeHtml(teaser)}</p></div>`)}
</div>
</div>
<div id="bottom"><p>The Lindmouth Ledger is published by Ledger House, 3 Exchange Street. Quotes are delayed by fifteen minutes.</p></div>
</body>
</html>
`
}

const wall = `<div class="wall"><h3>Subscribe to continue reading</h3>
<p>This article is for subscribers. Read it and everything else in the Ledger for 4 crowns a week. Cancel at any time.</p>
<a class="button" href="/account/subscribe">See offers</a> <a href="/account/login">Already a subscriber? Log in</a></div>`

const style = {
  ...plainStyle,
  image: ({ caption, credit }: { caption: string; credit: string }, url: string) =>
    `<div itemprop="image" itemscope itemtype="https://schema.org/ImageObject"><img itemprop="contentUrl" src="${url}" alt=""><p class="cap"><span itemprop="caption">${escapeHtml(caption)}</span> <span itemprop="creditText">${escapeHtml(credit)}</span></p></div>`,
  also: ({ title, url }: { title: string; url: string }) =>
    `<div class="inline-link">&raquo; <a href="${url}">${escapeHtml(title)}</a></div>`,
}
