/** HTML that is safe to send: made only by the `html` tag below. */
export type Html = { readonly html: string }

type Value = string | number | null | undefined | false | Html | readonly (Html | false | null)[]

/**
 * Template tag: everything put in is escaped, unless it is itself made by this tag. null, undefined and false: nothing.
 * Characters that reorder the text around them (UAX #9, explicit) are left out: a title must not turn what we say of it.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return { html: String.raw({ raw: parts }, ...values.map(render)) }
}

function render(value: Value): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value))
  if ('html' in value) return value.html
  return value.map(render).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return text.replace(/[&<>"'\u202a-\u202e\u2066-\u2069]/g, (character) => ENTITIES[character] ?? '')
}

/** An address from outside, for `href`: only http and https, anything else is no link. */
export function safeHref(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url)
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null
}
