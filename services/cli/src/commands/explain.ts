import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { BadInputError, normalUrl } from '@dateline/domain'
import { binaryKind, decodeBytes, type Explanation, explainPage, extract, paintPage } from '@dateline/extraction'
import type { Command } from 'commander'
import { findPage, type Page } from '../find-page.ts'
import { printTable } from '../print-table.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

type Options = { json?: boolean; html?: string; url?: string; capturedAt?: string; fetch?: boolean; blocks?: boolean }

const FILE_BYTES_MAX = 20_000_000
const LINE_CHARS = 110

export function addExplainCommand(program: Command, withTool: WithTool): void {
  program
    .command('explain <page>')
    .description('why a page was read as it was: an article’s id, a URL, or a file')
    .option('--html <file>', 'write the page, painted: what was kept is green, what was dropped red')
    .option('--json', 'print everything as JSON')
    .option('--blocks', 'list the blocks that were kept, too')
    .option('--fetch', 'of a URL: fetch it now, also if the archive has it')
    .option('--url <url>', 'of a file: where it was captured')
    .option('--captured-at <time>', 'of a file: when, against which “6 days ago” is read')
    .addHelpText('after', '\nA file needs no running Dateline. A URL comes from the archive if it is there.')
    .action(async (target: string, options: Options) => {
      if (existsSync(target) && statSync(target).isFile()) return show(pageOfFile(target, options), options)
      const isArticle = /^article-[0-9a-f]{8,}$/.test(target)
      if (!isArticle && normalUrl(target) === null)
        throw new BadInputError(`"${target}" is no file here, no http or https URL and no id of an article.`)
      await withTool(async (tool) => show(await findPage(tool, target, options.fetch ?? false), options))
    })
}

function pageOfFile(file: string, { url, capturedAt }: Options): Page {
  const bytes = readFileSync(file)
  if (bytes.length > FILE_BYTES_MAX)
    throw new BadInputError(`${file} has ${bytes.length} bytes; the most is ${FILE_BYTES_MAX}.`)
  const binary = binaryKind(bytes)
  if (binary !== null)
    throw new BadInputError(
      `${file} is ${binary}, no page and no text.${/WARC|gzip/.test(binary) ? ' Pages of an archive are read by `dateline import`.' : ''}`,
    )
  if (url !== undefined && normalUrl(url) === null) throw new BadInputError(`--url "${url}" is no http or https URL.`)
  if (capturedAt !== undefined && Number.isNaN(Date.parse(capturedAt)))
    throw new BadInputError(`--captured-at "${capturedAt}" is no time: write it as 2026-11-20T10:00:00Z.`)
  const at = capturedAt === undefined ? null : new Date(capturedAt).toISOString()
  const kind =
    /\.(?:txt|text|md)$/i.test(file) || !/<[a-z!]/i.test(bytes.subarray(0, 4_000).toString('latin1')) ? 'text' : 'html'
  return { bytes, contentType: null, url: url ?? null, capturedAt: at, kind, from: file }
}

function show(page: Page, options: Options): void {
  if (page.kind === 'text') {
    showText(page, options)
    return
  }
  const html = decodeBytes({ body: page.bytes, contentType: page.contentType }).text
  const explanation = explainPage({
    html,
    url: page.url,
    capturedAt: page.capturedAt,
    hostKnowledge: page.hostKnowledge ?? null,
  })
  if (options.html !== undefined) {
    writePainted(options.html, paintPage({ html, url: page.url ?? page.from }, explanation))
    say(`${page.from} painted into ${options.html}`)
    return
  }
  if (options.json) say(JSON.stringify({ from: page.from, ...explanation }, null, 2))
  else printExplanation(page, explanation, options.blocks ?? false)
}

function writePainted(file: string, painted: string): void {
  try {
    writeFileSync(file, painted)
  } catch (cause) {
    throw new BadInputError(`--html ${file} cannot be written: ${(cause as NodeJS.ErrnoException).code}.`)
  }
}

function printExplanation(
  { from }: Page,
  { verdict, fields, blocks, rules, textChars }: Explanation,
  all: boolean,
): void {
  const kept = blocks.filter(({ droppedBy }) => droppedBy === null).length
  say(from)
  say(verdict.kind === 'article' ? 'an article' : `no article: ${verdict.reason} (${verdict.evidence})`)
  say(`${kept} of ${blocks.length} blocks kept, ${textChars} characters\n`)
  for (const { name, value, basis, confidence, because, candidates } of fields) {
    say(`${name}: ${value === null ? `not known: ${because}` : cut(value)}`)
    if (value !== null) say(`    ${basis}, confidence ${confidence?.toFixed(2)}: ${cut(because)}`)
    for (const { source, value: offered, agrees } of candidates)
      say(`    ${agrees ? '=' : ' '} ${source}: ${cut(offered)}`)
  }
  say()
  printTable(
    ['score', 'decision', 'block'],
    blocks
      .filter(({ droppedBy }) => all || droppedBy !== null)
      .map(({ score, droppedBy, text, path }) => [
        score.toFixed(2),
        droppedBy ?? 'kept',
        `${cut(text, 70)}  [${path}]`,
      ]),
  )
  say()
  printTable(
    ['rule', 'blocks', 'characters'],
    rules.map(({ rule, blocks: count, chars }) => [rule, count, chars]),
  )
}

/** A scrape has lines, and rules that drop them; there is nothing to paint it on. */
function showText({ bytes, contentType, url, capturedAt, from }: Page, { json, html }: Options): void {
  if (html !== undefined)
    throw new BadInputError(`${from} is plain text: --html paints pages. Leave it out to see the fields.`)
  const found = extract({ bytes, contentType, url, capturedAt, kind: 'text' })
  if (json) {
    say(JSON.stringify({ from, ...found }, null, 2))
    return
  }
  say(from)
  if (found.verdict === 'rejected') {
    say(`no article: ${found.reason} (${found.evidence})`)
    return
  }
  const { dropped, text, ...fields } = found.extraction
  say(`an article, ${text.length} characters\n`)
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field !== 'object' || !('value' in field)) continue
    const value = typeof field.value === 'string' ? field.value : JSON.stringify(field.value)
    if ('reason' in field) say(`${name}: not known: ${field.reason}`)
    else
      say(
        `${name}: ${cut(value)}\n    ${field.basis}, confidence ${field.confidence.toFixed(2)}: ${cut(field.evidence)}`,
      )
  }
  say()
  printTable(
    ['dropped by', 'line'],
    dropped.map(({ rule, text: line }) => [rule, cut(line)]),
  )
}

const cut = (text: string, chars = LINE_CHARS) => {
  const line = text.replace(/\s+/g, ' ')
  return line.length <= chars ? line : `${line.slice(0, chars - 1)}…`
}
