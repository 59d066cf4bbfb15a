import { agencies } from '../agencies.ts'
import { bodyHtml, escapeHtml, imageUrl, linkList, longDate, plainStyle, printedNames, scriptJson } from './markup.ts'
import type { Page, Template } from './page.ts'

/** A big paper's page of today: JSON-LD @graph, Open Graph, cookie banner, share buttons, "also read" in the body. */
export const modern: Template = (page) => {
  const { article, outlet } = page
  return `<!doctype html>
<html lang="en" prefix="og: https://ogp.me/ns#">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(article.title)} | ${outlet.name}</title>
<link rel="canonical" href="${page.canonicalUrl}">
<link rel="alternate" type="application/rss+xml" title="${outlet.name}" href="/rss/latest.xml">
<meta name="description" content="${escapeHtml(article.standfirst ?? article.title)}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="${outlet.name}">
<meta property="og:title" content="${escapeHtml(article.title)}">
<meta property="og:url" content="${page.canonicalUrl}">
<meta property="og:image" content="${imageUrl(page, 'social')}">
<meta property="article:published_time" content="${article.published}">
<meta property="article:modified_time" content="${article.modified ?? article.published}">
<meta property="article:section" content="${article.section}">
<script type="application/ld+json">
${scriptJson(graph(page))}
</script>
<style>body{font:18px/1.5 serif;margin:0}nav a{margin-right:1em}main{max-width:42em;margin:auto}aside{font:14px sans-serif}</style>
</head>
<body>
<div id="consent" role="dialog" aria-label="Cookies"><p>We and our 214 partners store cookies on your device to measure
what you read. You can change your mind at any time.</p><button>Accept all</button> <button>Settings</button></div>
<header><a href="/" class="masthead">${outlet.name}</a>
<nav>${outlet.sections.map((section) => `<a href="/${section.toLowerCase()}">${section}</a>`).join('')}<a href="/subscribe">Subscribe</a></nav></header>
<main>
<article class="story story--${article.quirks?.includes('live-blog') ? 'live' : 'standard'}">
<header class="story__header">
<p class="story__kicker"><a href="/${article.section.toLowerCase()}">${article.section}</a></p>
<h1 class="story__headline">${escapeHtml(article.title)}</h1>
${article.standfirst === undefined ? '' : `<p class="story__standfirst">${escapeHtml(article.standfirst)}</p>`}
<div class="story__meta">${byline(page)}<time datetime="${article.published}">${longDate(article.published)}, ${article.published.slice(11, 16)} GMT</time></div>
<ul class="share"><li><a href="#share-mail">Email</a></li><li><a href="#share-link">Copy link</a></li><li><button>Save for later</button></li></ul>
</header>
<div class="story__body">
${bodyHtml(page, style)}
${article.edit?.notice === undefined ? '' : `<p class="story__correction"><em>${escapeHtml(article.edit.notice)}</em></p>`}
</div>
<footer class="story__footer"><p>Do you know more? Write to the newsdesk at desk@corvane-herald.example.</p></footer>
</article>
<aside class="related"><h2>More on this</h2><ul>
${linkList(page.related, ({ title, url }) => `<li><a href="${url}">${escapeHtml(title)}</a></li>`)}
</ul></aside>
<aside class="most-read"><h2>Most read</h2><ol>
${linkList(page.related.toReversed(), ({ title, url }) => `<li><a href="${url}"><span>${escapeHtml(title)}</span></a></li>`)}
</ol></aside>
</main>
<footer><p>© 2026 Corvane Herald Publishing. All rights reserved. <a href="/privacy">Privacy</a> <a href="/terms">Terms</a></p></footer>
</body>
</html>
`
}

const style = {
  ...plainStyle,
  image: ({ caption, credit }: { caption: string; credit: string }, url: string) =>
    `<figure class="story__figure"><img src="${url}" width="960" height="540" alt="${escapeHtml(caption)}"><figcaption><span class="caption">${escapeHtml(caption)}</span> <span class="credit">${escapeHtml(credit)}</span></figcaption></figure>`,
  also: ({ title, url }: { title: string; url: string }) =>
    `<p class="also-read"><strong>Also read:</strong> <a href="${url}">${escapeHtml(title)}</a></p>`,
  time: (at: string, title: string) =>
    `<h3 class="update"><time datetime="${at}">${at.slice(11, 16)}</time> <span>${escapeHtml(title)}</span></h3>`,
  after: {
    2: '<div class="ad" data-slot="inline-1"><span>Advertisement</span></div>',
  },
}

function byline({ article }: Page): string {
  const agency = agencies.find(({ id }) => id === article.agency?.id && article.agency.credit === 'byline')
  const parts = [printedNames(article), agency?.name ?? ''].filter((part) => part !== '')
  return parts.length === 0 ? '' : `<p class="story__byline">By ${escapeHtml(parts.join(', '))}</p>`
}

function graph({ article, outlet, canonicalUrl }: Page): unknown {
  const site = `http://${outlet.host}`
  const isLive = article.quirks?.includes('live-blog') ?? false
  return {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'NewsMediaOrganization', '@id': `${site}/#organization`, name: outlet.name, url: `${site}/` },
      {
        '@type': 'WebSite',
        '@id': `${site}/#website`,
        url: `${site}/`,
        name: outlet.name,
        publisher: { '@id': `${site}/#organization` },
      },
      { '@type': 'WebPage', '@id': canonicalUrl, url: canonicalUrl, isPartOf: { '@id': `${site}/#website` } },
      {
        '@type': isLive ? 'LiveBlogPosting' : 'NewsArticle',
        '@id': `${canonicalUrl}#article`,
        mainEntityOfPage: { '@id': canonicalUrl },
        headline: article.title,
        datePublished: article.published,
        dateModified: article.modified ?? article.published,
        articleSection: article.section,
        author: article.authors.map((name) => ({ '@type': 'Person', name })),
        publisher: { '@id': `${site}/#organization` },
        ...(isLive ? { coverageStartTime: article.published } : {}),
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: outlet.name, item: `${site}/` },
          { '@type': 'ListItem', position: 2, name: article.section, item: `${site}/${article.section.toLowerCase()}` },
        ],
      },
    ],
  }
}
