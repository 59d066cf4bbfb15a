import type { Outlet } from '../outlets.ts'
import type { SpecialPage } from '../special-pages.ts'
import { escapeHtml, linkList } from './markup.ts'
import type { Link } from './page.ts'

/** Pages that answer 200 and are no articles. */
export function renderSpecialPage(outlet: Outlet, page: SpecialPage, elsewhere: readonly Link[]): string {
  const main = { 'soft-404': soft404, teasers, consent, gallery }[page.kind](elsewhere)
  const [title, body] = main
  return `<!DOCTYPE html>
<html lang="${outlet.language}">
<head><meta charset="utf-8"><title>${escapeHtml(title)} | ${escapeHtml(outlet.name)}</title></head>
<body>
<div class="head"><a href="/">${escapeHtml(outlet.name)}</a> ${outlet.sections.map((section) => `<span>${escapeHtml(section)}</span>`).join(' ')}</div>
${body}
<div class="foot">© 2026 ${escapeHtml(outlet.name)}</div>
</body>
</html>
`
}

type Main = readonly [title: string, html: string]

function soft404(): Main {
  return [
    'Page not found',
    `<h1>Oops! We can't find that page</h1><p>It may have been moved, or it may never have existed. Try the search, or have a look
at what others are reading.</p><form action="/search"><input name="q"><button>Search</button></form>`,
  ]
}

function teasers(links: readonly Link[]): Main {
  const items = linkList(
    links,
    ({ title, url, outlet, teaser }) =>
      `<div class="item"><h3><a href="${url}">${escapeHtml(title)}</a></h3><div class="src">${escapeHtml(outlet)}</div><p>${escapeHtml(teaser)}</p></div>`,
  )
  return ['Today’s front pages', `<h1>Today’s front pages</h1>\n${items}`]
}

function consent(): Main {
  return [
    'Votre vie privée',
    `<div class="cmp"><h1>Avant de continuer</h1><p>Avec votre accord, nos 214 partenaires et nous utilisons des cookies pour mesurer
l’audience et personnaliser la publicité. Vous pouvez retirer votre consentement à tout moment.</p><button>Tout accepter</button>
<button>Paramétrer mes choix</button><a href="/abonnement">S’abonner et refuser</a></div>`,
  ]
}

function gallery(): Main {
  const slides = [1, 2, 3, 4, 5, 6].map(
    (number) =>
      `<figure><img src="/images/cup-${number}.svg" alt=""><figcaption>${number} of 6. Photo: Lena Moor</figcaption></figure>`,
  )
  return [
    'IN PICTURES: cup night at the Crown Ground',
    `<h1>IN PICTURES: cup night at the Crown Ground</h1>\n${slides.join('\n')}`,
  ]
}
