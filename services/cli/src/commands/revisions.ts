import { styleText } from 'node:util'
import { BadInputError, type Extraction, timeAsStated } from '@dateline/domain'
import { diffRevisions, type MarkedParagraph, markChanges } from '@dateline/extraction'
import { printable } from '@dateline/markup'
import {
  findingKind,
  getRevision,
  listFindings,
  listLayoutDrifts,
  listRevisions,
  type RevisionDetail,
} from '@dateline/read-models'
import { listUnlistedDrifts } from '@dateline/work-state'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

const LAYOUTS_MAX = 200

const withoutSource = ({ host, readAt }: { host: string; readAt: string }) => ({ host, sourceId: null, readAt })

type DiffOptions = { from?: string; to?: string; json?: boolean; all?: boolean }

export function addRevisionCommands(program: Command, withTool: WithTool): void {
  addDiffCommand(program, withTool)
  addLayoutsCommand(program, withTool)
  addFindingsCommand(program, withTool)
}

function addDiffCommand(program: Command, withTool: WithTool): void {
  program
    .command('diff <article>')
    .description('what changed between two revisions of an article, word by word')
    .option('--from <number>', 'revision; default: the one before --to')
    .option('--to <number>', 'revision; default: the newest')
    .option('--all', 'print the paragraphs that did not change, too')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nWithout a terminal, words that went stand as [-words-] and words that came as {+words+}.')
    .action((articleId: string, options: DiffOptions) =>
      withTool(async ({ database: { db } }) => {
        const newest = (await listRevisions(db, articleId, null, 1)).items[0]
        if (newest === undefined) throw new BadInputError(`There is no revision of ${articleId}: is the id right?`)
        const to = revisionNumber('--to', options.to) ?? newest.number
        const from = revisionNumber('--from', options.from) ?? to - 1
        if (from < 1) throw new BadInputError(`${articleId} has no revision before number ${to}: it has not changed.`)
        const [before, after] = [await getRevision(db, articleId, from), await getRevision(db, articleId, to)]
        const missing = before === null ? from : after === null ? to : null
        if (missing !== null)
          throw new BadInputError(
            `${articleId} has no revision ${missing}: see \`dateline article ${articleId} --revisions\`.`,
          )
        printDiff(before!, after!, options)
      }),
    )
}

function addLayoutsCommand(program: Command, withTool: WithTool): void {
  program
    .command('layouts')
    .description('hosts whose pages suddenly give less than they used to: their template has probably changed')
    .option('--all', 'also alarms that have ended')
    .option('--json', 'as JSON')
    .action(({ all, json }: { all?: boolean; json?: boolean }) =>
      withTool(async ({ database }) => {
        const { items } = await listLayoutDrifts(database.db, { open: !all }, null, LAYOUTS_MAX)
        const unlisted = await listUnlistedDrifts(database.db)
        if (json) return say(JSON.stringify([...items, ...unlisted.map(withoutSource)], null, 2))
        printTable(
          ['host', 'since', 'ended', 'source', 'what'],
          [
            ...items.map((item) => [
              item.host,
              item.driftedAt.slice(0, 16),
              item.recoveredAt?.slice(0, 16) ?? '',
              item.sourceId,
              item.evidence ?? '',
            ]),
            ...unlisted.map(({ host }) => [
              host,
              '',
              '',
              '',
              'no source listed its pages; the log line says what is missing',
            ]),
          ],
        )
      }),
    )
}

function addFindingsCommand(program: Command, withTool: WithTool): void {
  program
    .command('findings')
    .description(
      'stealth edits, and copies that say what their original no longer says or has never said; newest first',
    )
    .option('--kind <kind>', findingKind.options.join(' or '))
    .option('--retracted', 'those that were taken back, instead of those that stand')
    .option('--limit <count>', 'how many', '20')
    .option('--json', 'as JSON')
    .action(({ kind, retracted = false, limit, json }: FindingOptions) =>
      withTool(async ({ database }) => {
        const known = findingKind.optional().safeParse(kind)
        if (!known.success) throw new BadInputError(`--kind is ${findingKind.options.join(' or ')}, not "${kind}".`)
        const filter = { kind: known.data, retracted: retracted ? ('true' as const) : undefined }
        const { items } = await listFindings(database.db, filter, null, Number(limit))
        if (json) return say(JSON.stringify(items, null, 2))
        printTable(
          ['recorded', 'kind', 'article', 'publisher', 'changes', retracted ? 'taken back because' : 'title'],
          items.map((item) => [
            item.recordedAt.slice(0, 16),
            item.kind,
            item.articleId,
            item.publisher ?? '',
            item.changeKinds.join(', '),
            (retracted ? item.retractedBecause : item.title) ?? '',
          ]),
        )
      }),
    )
}

type FindingOptions = { kind?: string; retracted?: boolean; limit: string; json?: boolean }

function revisionNumber(option: string, text: string | undefined): number | null {
  if (text === undefined) return null
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number < 2 ** 31) return number
  throw new BadInputError(`${option} is the number of a revision, 1 or more, not "${text}".`)
}

function printDiff(before: RevisionDetail, after: RevisionDetail, { json, all }: DiffOptions): void {
  if (before.extraction === null || after.extraction === null)
    throw new BadInputError('The text of one of the two has been withdrawn: there is nothing to compare.')
  const diff = diffRevisions(before.extraction, after.extraction)
  const paragraphs = markChanges(before.extraction, after.extraction)
  if (json) {
    const sides = { articleId: after.articleId, from: before.number, to: after.number }
    say(JSON.stringify({ ...sides, ...diff, paragraphs }, null, 2))
    return
  }
  say(`${after.articleId}: revision ${before.number} (${before.recordedAt}) → ${after.number} (${after.recordedAt})`)
  say(`${verdictOf(diff)}\n`)
  const outside = diff.changes.filter(({ paragraph, kind }) => paragraph === null && kind !== 'removal')
  const dates = [
    { kind: 'published', before: said(before.extraction.publishedAt), after: said(after.extraction.publishedAt) },
    { kind: 'modified', before: said(before.extraction.modifiedAt), after: said(after.extraction.modifiedAt) },
  ].filter((date) => date.before !== date.after)
  for (const { kind, before: one, after: other } of [...outside, ...dates]) {
    console.log(`${kind}: ${removed(one ?? '(none)')} → ${added(other ?? '(none)')}`)
  }
  if (outside.length + dates.length > 0) say()
  for (const paragraph of paragraphs) {
    if (paragraph.kind !== 'same' || all) console.log(`${lineOf(paragraph)}\n`)
  }
  const kinds = new Map<string, number>()
  for (const { kind } of diff.changes) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  say([...kinds].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'The text is the same.')
}

const said = ({ value }: Extraction['publishedAt']) => value && timeAsStated(value)

function verdictOf({ isSubstantial, isStealth, notice }: ReturnType<typeof diffRevisions>): string {
  if (isStealth) return 'Stealth edit: the substance changed, and the page neither says so nor shows a later time.'
  if (!isSubstantial) return 'Nothing of substance changed.'
  if (notice?.kind === 'time') return `The substance changed; the page shows ${notice.text} as its new time.`
  return `The substance changed, and the page says so: ${notice?.text}`
}

const lineOf = ({ parts }: MarkedParagraph) =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? printable(text) : kind === 'removed' ? removed(text) : added(text)))
    .join('')

// The one place with escapes of our own, so that what the pages say is made printable piece by piece.
const removed = (text: string) =>
  process.stdout.isTTY ? styleText(['red', 'strikethrough'], printable(text)) : `[-${printable(text)}-]`
const added = (text: string) => (process.stdout.isTTY ? styleText('green', printable(text)) : `{+${printable(text)}+}`)
