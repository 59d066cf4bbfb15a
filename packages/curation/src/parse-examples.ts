import { BadInputError } from '@dateline/domain'
import { z } from 'zod'

const example = z.object({ title: z.string().default(''), text: z.string().min(1) })

/**
 * Example texts of a topic as people write them down: JSON lines or one JSON array of {title, text}; or plain texts, each
 * beginning with its title, divided by lines of three or more dashes.
 *
 * @throws {BadInputError} naming the line that is wrong.
 */
export function parseExamples(file: string): { title: string; text: string }[] {
  const text = file.replace(/^\uFEFF/, '').trim()
  if (text.startsWith('[')) {
    const all = parseJson(text, 'The file') as unknown[]
    return all.map((value, at) => check(value, `Example ${at + 1}`))
  }
  if (text.startsWith('{')) {
    return text
      .split('\n')
      .map((line, at) => ({ line: line.trim(), what: `Line ${at + 1}` }))
      .filter(({ line }) => line !== '')
      .map(({ line, what }) => check(parseJson(line, what), what))
  }
  return text
    .split(/^-{3,}[ \t]*$/m)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [title = '', ...rest] = part.split('\n')
      return { title: title.trim(), text: rest.join('\n').trim() || title.trim() }
    })
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadInputError(`${what} is not JSON: write {"title": "…", "text": "…"} on one line.`)
  }
}

function check(value: unknown, what: string): { title: string; text: string } {
  const result = example.safeParse(value)
  if (result.success) return result.data
  throw new BadInputError(`${what} has no text: write {"title": "…", "text": "…"} on one line.`)
}
