import type { QuotedSpan } from '../text/quotations.ts'

const SAYING =
  'said|says|told|added|adds|wrote|tweeted|argued|warned|insisted|stressed|noted|explained|declared|announced|replied'
const NAME = "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’.-]*){0,3}"

/** After the quotation: `," Peskov said` or `," said Ned Price`; before it: `Peskov said: "`. */
const AFTER = new RegExp(
  `^[,.]?\\s{0,2}(?:(?:${SAYING}) (?:[\\p{Ll}-]+ ){0,6}(${NAME})|(?:[\\p{Ll}-]+ ){0,3}(${NAME}) (?:later |also |then |has |had )?(?:${SAYING})\\b)`,
  'u',
)
const BEFORE = new RegExp(`(${NAME}) (?:later |also |then )?(?:${SAYING})(?: [\\p{Ll}-]+){0,3}[,:]?\\s{0,2}$`, 'u')
const WINDOW_CHARS = 120

/** Who says a quotation, by the words around it; in full where the text names the person in full. Null: it does not say. */
export function speakerOf(
  text: string,
  { start, end }: QuotedSpan,
  names: readonly { name: string; key: string }[],
): string | null {
  const after = AFTER.exec(text.slice(end, end + WINDOW_CHARS))
  const before = after === null ? BEFORE.exec(text.slice(Math.max(0, start - WINDOW_CHARS), start)) : null
  const printed = after?.[1] ?? after?.[2] ?? before?.[1]
  if (printed === undefined) return null
  const full = names.filter(({ name }) => name === printed || name.endsWith(` ${printed}`))
  return full.length === 1 ? full[0]!.name : printed
}
