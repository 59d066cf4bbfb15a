/** Bytes of a feed, sitemap or OPML file after decompression. sitemaps.org allows 50 MB; feeds are far smaller. */
export const DOCUMENT_BYTES_MAX = 52_428_800
/** Elements inside elements. */
export const XML_DEPTH_MAX = 256
/** Elements of one document: a full sitemap with images has about 20 a URL. */
export const XML_ELEMENTS_MAX = 2_000_000
/** UTF-16 units of one element's own text. */
export const TEXT_CHARS_MAX = 1_000_000
/** Entries of one feed: the first ones, which are the newest by custom. */
export const FEED_ENTRIES_MAX = 2_000
/** URLs of one sitemap, as sitemaps.org allows. */
export const SITEMAP_URLS_MAX = 50_000
/** Values of one kind in one entry: categories, authors, enclosures. */
export const VALUES_MAX = 100
