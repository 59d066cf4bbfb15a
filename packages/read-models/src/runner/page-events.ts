/** Events a page: large enough that a page's fixed cost does not count, small enough to hold in memory with whole texts. */
export const PAGE_EVENTS = 1_000
export const PAGE_EVENTS_MAX = 5_000
/** Positions a page: where few events concern a view, its checkpoint still moves. */
export const PAGE_POSITIONS_MAX = 50_000
/** Of a long page, so many are in memory at a time. */
export const PART_EVENTS = 500
