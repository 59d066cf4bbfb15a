/** Version of everything in this folder that decides identity: recorded with every decision, raised with every change. */
export const URL_RULES = 'url/1'

/** Longer addresses are refused: the limit browsers and sitemaps.org (2,048) stay well below. */
export const URL_CHARS_MAX = 8_192
