const HOST_CHARS_MAX = 200

/** Host and port of an address; null: it has none. */
export const hostOf = (url: string | null): string | null =>
  url === null ? null : (URL.parse(url)?.host.slice(0, HOST_CHARS_MAX) ?? null)
