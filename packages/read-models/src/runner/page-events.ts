/** Events a page: large enough that a page's fixed cost does not count, small enough to hold in memory with whole texts. */
export const PAGE_EVENTS = 1_000
export const PAGE_EVENTS_MAX = 5_000
/**
 * Of a generation that nobody reads yet. What a COPY costs before its first row counts half as much as in pages of PAGE_EVENTS_MAX;
 * twice as many fill more memory than is used again (see copy-buffer.ts), which costs what it saves.
 */
export const FILL_EVENTS_MAX = 10_000
/** Positions a page: where few events concern a view, its checkpoint still moves. */
export const PAGE_POSITIONS_MAX = 50_000
/** Of a long page, so many are in memory at a time. */
export const PART_EVENTS = 500
