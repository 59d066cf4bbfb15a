/** Controls other than line feed and tab, and those that reorder what follows them (UAX #9, explicit embeddings, overrides, isolates). */
const STEERING = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

/**
 * Text from outside, for a terminal: what would steer it is spelt out, such as \u001b for an escape. JSON keeps its meaning,
 * since it is spelt the same way there.
 */
export function printable(text: string): string {
  return text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
