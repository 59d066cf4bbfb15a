import type { OutletId } from './outlets.ts'

/** A page that is listed like an article and is none. */
export type SpecialPage = {
  readonly outlet: OutletId
  readonly path: string
  /** As its outlet's feed announces it. */
  readonly listedTitle: string
  readonly published: string
  /** Reject reasons that are right for it. */
  readonly reasons: readonly string[]
  readonly kind: 'soft-404' | 'teasers' | 'consent' | 'gallery'
}

export const specialPages: readonly SpecialPage[] = [
  {
    outlet: 'today',
    path: '/top-stories/royal-hedgehog-escapes-48899/',
    listedTitle: 'Royal hedgehog escapes from Corvane zoo',
    published: '2026-03-04T10:00:00Z',
    reasons: ['error-page', 'not-an-article', 'too-short'],
    kind: 'soft-404',
  },
  {
    outlet: 'frontpages',
    path: '/today',
    listedTitle: 'Today’s front pages',
    published: '2026-03-04T06:00:00Z',
    reasons: ['section-page', 'front-page', 'not-an-article'],
    kind: 'teasers',
  },
  {
    outlet: 'today',
    path: '/football/gallery-cup-night-48920/',
    listedTitle: 'IN PICTURES: cup night at the Crown Ground',
    published: '2026-03-05T19:45:00Z',
    reasons: ['gallery-only', 'not-an-article', 'too-short'],
    kind: 'gallery',
  },
  {
    outlet: 'gazette',
    path: '/consentement?retour=%2Fmonde',
    listedTitle: 'Le monde en bref',
    published: '2026-03-05T06:00:00Z',
    reasons: ['consent-wall', 'not-an-article', 'too-short'],
    kind: 'consent',
  },
]

/** Short links: each answers 301 with an address of the article: its own, on the host without www, or its AMP twin. */
export const shortLinks: Readonly<
  Record<string, { readonly article: string; readonly to: 'page' | 'other-host' | 'amp' }>
> = {
  '/flood': { article: 'tarnholm-flood/post', to: 'page' },
  '/cup1': { article: 'cup-first-leg/herald', to: 'page' },
  '/budget2': { article: 'budget/herald', to: 'other-host' },
  '/spots': { article: 'measles-merrin/citizen-1', to: 'amp' },
}
