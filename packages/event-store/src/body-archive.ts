import { createHash, hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { hashContent, hashLeaf } from './leaf.ts'
import { InvalidEventError } from './log-errors.ts'
import { createTreeEdge } from './merkle.ts'

/**
 * A file of archived bodies: gzip over lines of JSON, the first about the file, then one an event in order of position. A line
 * holds all that is hashed of its event (see docs/reference/log.md), so that leaf, subtree and any proof can be made again from
 * the file alone.
 */
export type ArchiveHead = {
  readonly format: 'dateline-bodies/1'
  readonly firstPosition: number
  readonly lastPosition: number
  /** Of the tree over these events alone, in hex. */
  readonly root: string
}

export type ArchivedEvent = {
  readonly position: number
  readonly stream: string
  readonly version: number
  readonly type: string
  readonly schemaVersion: number
  readonly eventId: string
  readonly recordedAt: string
  readonly occurredAt: string | null
  readonly cause: string | null
  readonly bodySha256: string
  /** In hex, and JSON text exactly as hashed; both null where the event was erased by law. */
  readonly salt: string | null
  readonly body: string | null
}

/** As read from a file, with its leaf. */
export type ReadEvent = ArchivedEvent & { readonly leaf: Buffer }

export type WrittenArchive = { readonly sha256: Buffer; readonly bodies: number }

/** Written aside, flushed and renamed: a file of this name is a whole one. */
export async function writeBodyArchive(
  file: string,
  head: ArchiveHead,
  events: AsyncIterable<ArchivedEvent>,
): Promise<void> {
  async function* lines() {
    yield `${JSON.stringify(head)}\n`
    for await (const event of events) yield `${toLine(event)}\n`
  }
  const draft = `${file}.part`
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(draft))
  const handle = await open(draft, 'r+')
  await handle.sync()
  await handle.close()
  await rename(draft, file)
  // Else a power cut could take the name back, after the database has let go of the bodies.
  const folder = await open(dirname(file))
  await folder.sync()
  await folder.close()
}

/** Readers of lines, Node's among them, take U+2028 and U+2029 for ends of lines: texts of pages have them. */
function toLine(event: ArchivedEvent): string {
  return JSON.stringify(event).replace(/[\u2028\u2029]/g, (end) => (end === '\u2028' ? '\\u2028' : '\\u2029'))
}

/**
 * Reads a file and computes everything in it anew: bodies, leaves, and the tree over them.
 *
 * @param onEvent told of each event, in order, before the end is known to be right.
 * @throws {InvalidEventError} naming the first thing that is wrong.
 */
export async function readBodyArchive(
  file: string,
  onEvent: (event: ReadEvent) => void = () => {},
): Promise<ArchiveHead & WrittenArchive> {
  const events = readArchivedEvents(file)
  for (;;) {
    const next = await events.next()
    if (next.done) return next.value
    onEvent(next.value)
  }
}

/** Does the same event by event: the end is known to be right when it has returned. */
export async function* readArchivedEvents(file: string): AsyncGenerator<ReadEvent, ArchiveHead & WrittenArchive> {
  try {
    return yield* readChecked(file)
  } catch (error) {
    const isGarbled = error instanceof SyntaxError || /^Z_/.test((error as { code?: string }).code ?? '')
    throw isGarbled
      ? new InvalidEventError(`Archive ${file}`, 'it is damaged, or not a file of archived bodies')
      : error
  }
}

async function* readChecked(file: string): AsyncGenerator<ReadEvent, ArchiveHead & WrittenArchive> {
  const digest = createHash('sha256')
  const bytes = createReadStream(file)
  bytes.on('data', (chunk) => digest.update(chunk))
  const text = bytes.pipe(createGunzip())
  bytes.on('error', (error) => text.destroy(error))
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })
  const refuse = (because: string) => new InvalidEventError(`Archive ${file}`, because)
  const edge = createTreeEdge()
  let head: ArchiveHead | null = null
  let bodies = 0
  for await (const line of lines) {
    if (head === null) {
      head = JSON.parse(line) as ArchiveHead
      if (head.format !== 'dateline-bodies/1') throw refuse('it is not a file of archived bodies')
      continue
    }
    const event = JSON.parse(line) as ArchivedEvent
    const position = head.firstPosition + edge.size()
    if (event.position !== position) throw refuse(`event ${position} is missing`)
    if (event.body !== null) {
      const salted = Buffer.concat([Buffer.from(event.salt ?? '', 'hex'), Buffer.from(event.body)])
      if (hash('sha256', salted) !== event.bodySha256) throw refuse(`the body of event ${position} was changed`)
      bodies++
    }
    const leaf = hashLeaf(position, event.version, Date.parse(event.recordedAt), hashContent(event))
    edge.push(leaf)
    yield { ...event, leaf }
  }
  if (head === null) throw refuse('it is empty')
  const last = head.firstPosition + edge.size() - 1
  if (last !== head.lastPosition) throw refuse(`it ends at event ${last}, not ${head.lastPosition}`)
  if (edge.root().toString('hex') !== head.root) throw refuse('its events are not those that it was made of')
  return { ...head, sha256: digest.digest(), bodies }
}
