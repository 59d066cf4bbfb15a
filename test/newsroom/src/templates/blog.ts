import { bodyHtml, escapeHtml, linkList, plainStyle, printedNames, relativeDate } from './markup.ts'
import type { Page, Template } from './page.ts'

/** One woman's blog: Open Graph tags and nothing else, a theme's sidebar, comments below. */
export const blog: Template = (page) => {
  const { article, outlet } = page
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8" />
<title>${escapeHtml(article.title)} &#8211; ${outlet.name}</title>
<meta name="generator" content="Quillpress 6.1" />
<link rel="canonical" href="${page.canonicalUrl}" />
<link rel="alternate" type="application/feed+json" href="/feed.json" />
<meta property="og:title" content="${escapeHtml(article.title)}" />
<meta property="og:type" content="article" />
<meta property="og:url" content="${page.url}" />
<meta property="og:site_name" content="${outlet.name}" />
</head>
<body class="post-template single">
<div id="masthead"><a href="/" rel="home">${outlet.name}</a><p class="site-description">${outlet.tagline}</p>
<div class="menu">${outlet.sections.map((section) => `<a href="/${section.toLowerCase()}/">${section}</a>`).join(' ')}</div></div>
<div id="content">
<div id="post" class="post hentry">
<h1 class="entry-title">${escapeHtml(article.title)}</h1>
<div class="entry-meta">Posted ${posted(page)} by <a class="fn" rel="author" href="/about/">${escapeHtml(printedNames(article))}</a> in <a rel="tag" href="/notes/">${article.section}</a></div>
<div class="entry-content">
${bodyHtml(page, plainStyle)}
<div class="sharedaddy"><h3>Share this:</h3><ul><li>Mail</li><li>Print</li></ul></div>
</div>
<p class="postnav"><span>&larr;</span> Older: <a href="${page.related[0]?.url ?? '/'}">${escapeHtml(page.related[0]?.title ?? 'Front page')}</a></p>
</div>
<div id="comments"><h2>2 thoughts on &#8220;${escapeHtml(article.title)}&#8221;</h2>
<ol><li><cite>Wim from number nine</cite> says: <p>Well put as ever. My cat agrees.</p></li>
<li><cite>Annick</cite> says: <p>I had the same thought on the tram but not the words for it.</p></li></ol>
<form action="/comment" method="post"><label>Leave a reply</label><textarea></textarea><button>Post comment</button></form></div>
</div>
<div id="secondary"><h3>Recent posts</h3><ul>
${linkList(page.related, ({ title, url }) => `<li><a href="${url}">${escapeHtml(title)}</a></li>`)}
</ul><h3>About</h3><p>Bettina Sorrel was a ship's radio officer for nineteen years. She lives in Lindmouth.</p></div>
<div id="colophon">Proudly made with Quillpress. Words are mine unless I say so.</div>
</body>
</html>
`
}

function posted({ article, now }: Page): string {
  if (article.quirks?.includes('relative-date'))
    return `<span class="date">${relativeDate(article.published, now)}</span>`
  const day = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(article.published),
  )
  return `on <span class="date">${day}</span>`
}
