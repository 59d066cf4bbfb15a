/** Events a page: large enough that a page's fixed cost does not count, small enough to hold in memory with whole texts. */
export const PAGE_EVENTS = 1_000
export const PAGE_EVENTS_MAX = 5_000
