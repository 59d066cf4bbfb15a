import { BadInputError, type SourceSettings } from '@dateline/domain'
import { isMap, isScalar, isSeq, LineCounter, type Node, type ParsedNode, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Dependencies } from '../dependencies.ts'
import { checkSource } from '../register-source.ts'
import { parseInterval } from './interval.ts'

const FILE_CHARS_MAX = 10_000_000
const SOURCES_MAX = 50_000
const PROBLEMS_MAX = 50
/** What `paused: true` says. */
export const PAUSED_IN_FILE = 'paused in the sources file'

const interval = z
  .string()
  .refine((text) => parseInterval(text) !== null, 'write an interval such as 90s, 15m, 2h or 1d')
  .meta({ description: 'Poll at a fixed interval: 90s, 15m, 2h, 1d' })
const cron = z.string().max(200).meta({ description: 'Poll by a cron schedule in UTC, such as "*/10 6-22 * * *"' })
const limits = z
  .strictObject({
    'fetches-per-day': z
      .int()
      .positive()
      .optional()
      .meta({ description: 'Polls and pages from midnight to midnight, UTC' }),
    'fetches-in-flight': z.int().positive().max(100).optional().meta({ description: 'Pages fetched at a time' }),
  })
  .meta({ description: 'What the source may cost' })
const kind = z.enum(['feed', 'sitemap', 'site'])

/** One source of a sources file. Without `every` and `cron` it is polled as often as it has news. */
const entry = z.strictObject({
  url: z.string().min(1).max(4_000).meta({ description: 'What is polled; it is also what a source is known by' }),
  kind: kind.optional().meta({ description: 'What the URL is; default: feed' }),
  name: z.string().min(1).max(200).optional().meta({ description: 'How people call it' }),
  folders: z
    .array(z.string().min(1).max(100))
    .max(8)
    .optional()
    .meta({ description: 'Where it stands in lists, outermost first' }),
  every: interval.optional(),
  cron: cron.optional(),
  paused: z
    .union([z.boolean(), z.string().min(1).max(200)])
    .optional()
    .meta({ description: 'true, or why: known, and not polled' }),
  limits: limits.optional(),
})

/** A sources file: all there is to say about a set of sources. */
export const sourcesFileSchema = z.strictObject({
  set: z
    .string()
    .regex(/^[\w.-]{1,60}$/, 'letters, digits and . _ - only')
    .default('default')
    .meta({ description: 'Name of this set of sources: files with different names do not touch each other’s' }),
  defaults: entry
    .pick({ kind: true, every: true, cron: true, folders: true, limits: true })
    .default({})
    .meta({ description: 'For sources that do not say otherwise' }),
  sources: z.array(entry).max(SOURCES_MAX),
})
type Entry = z.infer<typeof entry>

/** The same as JSON Schema (draft 2020-12), for editors. */
export function sourcesFileJsonSchema(): object {
  return z.toJSONSchema(sourcesFileSchema, { io: 'input' })
}

type Defaults = z.infer<typeof sourcesFileSchema>['defaults']

/** One source as a file wants it. */
export type WantedSource = Omit<SourceSettings, 'managedBy'> & {
  readonly sourceId: string
  readonly url: string
  /** Why it is not to be polled; null: it is. */
  readonly paused: string | null
  readonly line: number
}

export type SourcesFile = { readonly set: string; readonly sources: readonly WantedSource[] }

/** What is wrong with a line, and what to do about it. */
export type FileProblem = { readonly line: number; readonly field: string; readonly message: string }

/**
 * Reads a sources file (YAML 1.2, or JSON).
 *
 * @param name of the file, for messages.
 * @throws {BadInputError} naming every line that is wrong, at most PROBLEMS_MAX.
 */
export function readSourcesFile(dependencies: Pick<Dependencies, 'config'>, text: string, name: string): SourcesFile {
  const result = parse(dependencies, text)
  if (!Array.isArray(result)) return result
  const lines = result
    .toSorted((a, b) => a.line - b.line)
    .slice(0, PROBLEMS_MAX)
    .map(({ line, field, message }) => `  ${name}:${line}: ${field === '' ? '' : `${field}: `}${message}`)
  const more = result.length > lines.length ? `\n  … and ${result.length - lines.length} more` : ''
  throw new BadInputError(
    `${name} is not a sources file that can be applied; nothing was changed.\n${lines.join('\n')}${more}`,
  )
}

function parse(dependencies: Pick<Dependencies, 'config'>, text: string): SourcesFile | FileProblem[] {
  if (text.length > FILE_CHARS_MAX) {
    return [{ line: 1, field: '', message: `more than ${FILE_CHARS_MAX} characters: divide it, one "set" each` }]
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : lines.linePos(offset).line)
  if (document.errors.length > 0) {
    return document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), field: '', message }))
  }
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    return [{ line: 1, field: '', message: (error as Error).message }]
  }
  const lineOf = (path: readonly PropertyKey[]) => lineAt(nodeAt(document.contents, path))
  const result = sourcesFileSchema.safeParse(value ?? {})
  if (!result.success) {
    return result.error.issues.map((issue) => toProblem(issue, lineOf))
  }
  const { set, defaults, sources } = result.data
  const problems: FileProblem[] = []
  const wanted = new Map<string, WantedSource>()
  for (const [index, source] of sources.entries()) {
    const problem = (field: string, message: string) => {
      const path = ['sources', index, ...(field in source ? [field] : [])]
      problems.push({ line: lineOf(path), field: `sources[${index}].${field}`, message })
    }
    const read = toWanted(dependencies, source, defaults, { line: lineOf(['sources', index]), problem })
    if (read === null) continue
    const earlier = wanted.get(read.sourceId)
    if (earlier !== undefined) problem('url', `the same source as on line ${earlier.line}: take one of them out`)
    else wanted.set(read.sourceId, read)
  }
  return problems.length > 0 ? problems : { set, sources: [...wanted.values()] }
}

function toWanted(
  dependencies: Pick<Dependencies, 'config'>,
  source: Entry,
  defaults: Defaults,
  { line, problem }: { line: number; problem: (field: string, message: string) => void },
): WantedSource | null {
  const { url, paused = false, name: title = null } = source
  // A schedule of its own replaces the default one, whichever of the two it is.
  const own = source.every !== undefined || source.cron !== undefined
  const { every, cron: expression } = own ? source : defaults
  if (every !== undefined && expression !== undefined) {
    problem(own ? 'cron' : 'every', 'give every or cron, not both')
    return null
  }
  const schedule =
    expression !== undefined
      ? ({ kind: 'cron', expression } as const)
      : every !== undefined
        ? ({ kind: 'interval', seconds: parseInterval(every)! } as const)
        : ({ kind: 'adaptive' } as const)
  let sourceId: string
  try {
    sourceId = checkSource(dependencies, { url, schedule: { kind: 'adaptive' } })
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error
    problem('url', error.message)
    return null
  }
  try {
    checkSource(dependencies, { url, schedule })
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error
    problem(expression === undefined ? 'every' : 'cron', error.message)
    return null
  }
  const { 'fetches-per-day': perDay = null, 'fetches-in-flight': inFlight = null } =
    source.limits ?? defaults.limits ?? {}
  return {
    ...{ sourceId, url, line, name: title, schedule },
    kind: source.kind ?? defaults.kind ?? 'feed',
    folders: source.folders ?? defaults.folders ?? [],
    limits: perDay === null && inFlight === null ? null : { fetchesPerDayMax: perDay, fetchesInFlightMax: inFlight },
    paused: paused === false ? null : paused === true ? PAUSED_IN_FILE : paused,
  }
}

function toProblem(issue: z.core.$ZodIssue, lineOf: (path: readonly PropertyKey[]) => number): FileProblem {
  const field = (path: readonly PropertyKey[]) =>
    path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('')
      .replace(/^\./, '')
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys
    const path = [...issue.path, key]
    return {
      line: lineOf(path),
      field: field(path),
      message: 'there is no such setting: see docs/guides/add-a-source.md',
    }
  }
  return { line: lineOf(issue.path), field: field(issue.path), message: issue.message }
}

/** Offset of what stands at a path, or of the innermost thing around it that is there. */
function nodeAt(contents: ParsedNode | Node | null, path: readonly PropertyKey[]): number | undefined {
  let node: unknown = contents
  let offset = (contents as Node | null)?.range?.[0]
  for (const part of path) {
    let next: unknown
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      // The key's place: a value may begin on the line below.
      offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset
      next = pair?.value
    } else if (isSeq(node) && typeof part === 'number') {
      next = node.items[part]
      offset = (next as Node | undefined)?.range?.[0] ?? offset
    }
    if (next === undefined || next === null) return offset
    node = next
  }
  return offset
}
