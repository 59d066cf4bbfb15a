import type { CurrentArticle } from '../current-article.ts'
import type { Outlet } from '../outlets.ts'

export type Link = { readonly title: string; readonly url: string; readonly outlet: string; readonly teaser: string }

/** Everything a template may show. */
export type Page = {
  readonly outlet: Outlet
  readonly article: CurrentArticle
  /** Of the page itself. */
  readonly url: string
  /** What its canonical link says, which need not be true. */
  readonly canonicalUrl: string
  /** Path under /amp/, of templates that have a second page for each article. */
  readonly isAmp: boolean
  /** Other articles of the same outlet, newest first. */
  readonly related: readonly Link[]
  /** Articles of other outlets, for pages full of teasers. */
  readonly elsewhere: readonly Link[]
  /** null: not published yet. @throws RangeError if there is no such article. */
  readonly linkTo: (articleId: string) => Link | null
  /** Simulated time. */
  readonly now: string
}

export type Template = (page: Page) => string
