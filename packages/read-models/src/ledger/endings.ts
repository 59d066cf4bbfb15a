/**
 * How a URL can end by the log. article: has a text. alias: its page names another article as its original. reject: is no
 * article. gone: its server says so, before there was a text. withdrawn: had a text, erased by law.
 */
export const LOGGED_ENDINGS = ['article', 'alias', 'reject', 'gone', 'withdrawn'] as const
export type LoggedEnding = (typeof LOGGED_ENDINGS)[number]

/** How a listed URL has ended; `waiting`: not yet. */
export const LEDGER_ENDINGS = [...LOGGED_ENDINGS, 'dead-letter', 'waiting'] as const
export type LedgerEnding = (typeof LEDGER_ENDINGS)[number]
