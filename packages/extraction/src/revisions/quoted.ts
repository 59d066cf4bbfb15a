const OPENING = '“«„「『‹'
const CLOSING = '”»」』›'
/** Swedish and Finnish open with the mark that closes elsewhere, Danish and German books turn the guillemets round. */
const REVERSED: Record<string, string> = { '”': '”', '»': '«', '’': '’' }
const MARKS = /[“”„«»「」『』"‹›]/gu

/** Quotation marks put around words that stood without them, or taken away: whose words they are has changed. */
export function isQuotingMark(removed: string, added: string): boolean {
  const bare = (text: string) => text.replace(MARKS, '').trim()
  const [one, other] = [removed.match(MARKS)?.length ?? 0, added.match(MARKS)?.length ?? 0]
  return one !== other && (one === 0 || other === 0) && bare(removed) === bare(added)
}

/** Whether the place lies between quotation marks of its text. An empty side counts where it stands. */
export function isQuoted(whole: string, start: number, text: string): boolean {
  const last = text.at(-1) ?? ' '
  if (OPENING.includes(text[0] ?? ' ') && CLOSING.includes(last)) return true
  let depth = 0
  let closesWith: string | null = null
  let isStraightOpen = false
  let before = ' '
  for (const char of whole.slice(0, start)) {
    const isAtStart = /[\s(\p{Pd}]/u.test(before)
    if (char === '"') isStraightOpen = !isStraightOpen
    else if (closesWith !== null) {
      if (char === closesWith) closesWith = null
    } else if (depth === 0 && char === '‘' && isAtStart) closesWith = '’'
    else if (depth === 0 && isAtStart && REVERSED[char] !== undefined && char !== '’') closesWith = REVERSED[char]!
    else if (char === '“' && depth > 0)
      depth -= 1 // closes in German
    else if (OPENING.includes(char)) depth += 1
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1)
    before = char
  }
  return depth > 0 || isStraightOpen || closesWith !== null
}
