import { Parser } from 'htmlparser2'

const HIDDEN = new Set(['script', 'style', 'template', 'noscript'])
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)

/** Text of a piece of HTML on one line. Text without markup and entities comes back as it is, but for white space. */
export function plainText(html: string): string {
  // A "<" that no ">" follows begins no tag: "A<B".
  const tailAt = html.lastIndexOf('>') + 1
  const markup = html.slice(0, tailAt) + html.slice(tailAt).replaceAll('<', '&lt;')
  if (!/<[a-z/!]|&[#\w]+;/i.test(markup)) return oneLine(html)
  let text = ''
  let hiddenDepth = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (HIDDEN.has(name)) hiddenDepth++
      else if (!INLINE.has(name)) text += ' '
    },
    onclosetag: (name) => {
      if (HIDDEN.has(name)) hiddenDepth--
      else if (!INLINE.has(name)) text += ' '
    },
    ontext: (data) => {
      if (hiddenDepth <= 0) text += data
    },
  })
  parser.end(markup)
  return oneLine(text)
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00A0]+/g, ' ').trim()
}
