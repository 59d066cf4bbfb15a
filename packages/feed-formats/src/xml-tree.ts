import { Parser } from 'htmlparser2'
import { TEXT_CHARS_MAX, XML_DEPTH_MAX, XML_ELEMENTS_MAX } from './limits.ts'
import { withoutControls } from './without-controls.ts'
import { type EntityDecoder, takeDoctype } from './xml-entities.ts'
import { customaryPrefix } from './xml-namespaces.ts'

const PIECE_CHARS = 65_536
const NAMESPACES_MAX = 100

export type XmlElement = {
  /** Lower case, with the customary prefix of its namespace: "title", "dc:creator", "atom:link". */
  readonly name: string
  /** As written, without prefix. */
  readonly local: string
  /** By lower-case name as written ("href", "xml:lang"); entities decoded. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
  /** Against which its URLs are read: the xml:base of it and its ancestors, outermost first. */
  readonly bases: readonly string[]
  readonly language: string | null
}

export type XmlReading = {
  readonly root: XmlElement | null
  /** Limits that cut something off: "too-deep", "too-many-elements", "too-many-records", "text-too-long". */
  readonly cut: ReadonlySet<string>
}

/** Elements that end where the next of their name begins, if their end tag was forgotten. */
export type RecordReader = {
  readonly names: ReadonlySet<string>
  readonly recordsMax: number
  /** Called with each record; it is not kept in the tree. Not whole: the document was cut in the middle of it. */
  readonly onRecord: (record: XmlElement, isWhole: boolean) => void
}

/** An element whose end tag has not come yet. */
type Open = {
  readonly element: XmlElement
  readonly tag: string
  readonly namespaces: Namespaces
  chars: number
}

type Namespaces = ReadonlyMap<string, string>

type State = {
  readonly decoder: EntityDecoder
  readonly records: RecordReader | undefined
  readonly cut: Set<string>
  readonly open: Open[]
  /** Undecoded text since the last tag. */
  raw: string
  isCdata: boolean
  root: XmlElement | null
  elementCount: number
  recordCount: number
  /** Index in `open` of the record being read; -1: none. */
  recordAt: number
  isStopped: boolean
  /** Only elements that the document was cut in are still open. */
  isHalf: boolean
}

/**
 * Reads XML as forgivingly as browsers read HTML: missing end tags, undeclared prefixes, HTML's entities, bare "&" and "<".
 * Linear in the length of the text, and bounded by the limits of limits.ts; never throws on markup.
 */
export function readXml(text: string, records?: RecordReader): XmlReading {
  const { xml, decoder } = takeDoctype(text)
  const state: State = {
    ...{ decoder, records, cut: new Set<string>(), open: [], raw: '', isCdata: false, root: null },
    ...{ elementCount: 0, recordCount: 0, recordAt: -1, isStopped: false, isHalf: false },
  }
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => openElement(state, tag, attributes),
      onclosetag: (tag) => closeElement(state, tag),
      ontext: (data) => {
        if (state.open.length > 0) state.raw += data
      },
      oncdatastart: () => {
        flushText(state)
        state.isCdata = true
      },
      oncdataend: () => {
        flushText(state)
        state.isCdata = false
      },
    },
    { xmlMode: true, decodeEntities: false },
  )
  // In pieces, so that a document that breaks a limit is not read to its end.
  for (let at = 0; at < xml.length && !state.isStopped; at += PIECE_CHARS) parser.write(xml.slice(at, at + PIECE_CHARS))
  // Cut in the middle: what is open then may be half of what was meant.
  state.isHalf = state.isStopped || !xml.trimEnd().endsWith('>')
  if (!state.isStopped) parser.end()
  while (state.open.length > 0) endTop(state)
  return { root: state.root, cut: state.cut }
}

function openElement(state: State, tag: string, raw: Readonly<Record<string, string>>): void {
  if (state.isStopped) return
  flushText(state)
  if (state.open.length >= XML_DEPTH_MAX) stop(state, 'too-deep')
  if (++state.elementCount > XML_ELEMENTS_MAX) stop(state, 'too-many-elements')
  if (state.isStopped) return
  const parent = state.open.at(-1)
  const attributes: Record<string, string> = {}
  const declared = new Map<string, string>()
  for (const [name, value] of Object.entries(raw)) {
    const key = name.toLowerCase()
    attributes[key] ??= state.decoder.attribute(value).trim()
    if (key === 'xmlns' || key.startsWith('xmlns:')) declared.set(key.slice(6), attributes[key])
  }
  const namespaces = withDeclared(parent?.namespaces ?? new Map(), declared)
  const { name, local } = nameOf(tag, namespaces)
  const base = attributes['xml:base']
  const bases = parent?.element.bases ?? []
  const element: XmlElement = {
    ...{ name, local, attributes, children: [] },
    bases: base === undefined ? bases : [...bases, base],
    language: attributes['xml:lang'] ?? parent?.element.language ?? null,
  }
  if (state.records?.names.has(name) && !startRecord(state, name)) return
  state.root ??= element
  if (state.recordAt !== state.open.length) state.open.at(-1)?.element.children.push(element)
  state.open.push({ element, tag, namespaces, chars: 0 })
}

/** @returns false if no more records are wanted. */
function startRecord(state: State, name: string): boolean {
  if (state.recordAt >= 0) {
    // Within a record, its name may stand for something else; as a child of it, an end tag was forgotten.
    const isChild = state.recordAt === state.open.length - 1
    if (!isChild || state.open[state.recordAt]!.element.name !== name) return true
    while (state.recordAt >= 0) endTop(state)
  }
  // A record needs a parent, else it is the root.
  if (state.open.length === 0) return true
  if (state.recordCount >= state.records!.recordsMax) {
    stop(state, 'too-many-records')
    return false
  }
  state.recordCount++
  state.recordAt = state.open.length
  return true
}

function closeElement(state: State, tag: string): void {
  if (state.isStopped) return
  flushText(state)
  const at = state.open.findLastIndex((open) => open.tag === tag)
  // Already ended where the next record began.
  if (at < 0) return
  while (state.open.length > at) endTop(state)
}

function endTop(state: State): void {
  flushText(state)
  const { element } = state.open.pop()!
  if (state.recordAt !== state.open.length) return
  state.recordAt = -1
  state.records!.onRecord(element, !state.isHalf)
}

function flushText(state: State): void {
  const top = state.open.at(-1)
  if (state.raw === '' || top === undefined) return
  let text = withoutControls(state.isCdata ? state.raw : state.decoder.text(state.raw))
  state.raw = ''
  const roomChars = TEXT_CHARS_MAX - top.chars
  if (text.length > roomChars) {
    state.cut.add('text-too-long')
    text = text.slice(0, Math.max(0, roomChars)).toWellFormed()
  }
  top.chars += text.length
  const { children } = top.element
  const last = children.at(-1)
  if (typeof last === 'string') children[children.length - 1] = last + text
  else children.push(text)
}

function stop(state: State, reason: string): void {
  state.cut.add(reason)
  state.isStopped = true
}

/** More than NAMESPACES_MAX are not kept: copying them for each element would take time by the square. */
function withDeclared(outer: Namespaces, declared: Namespaces): Namespaces {
  return declared.size === 0 || outer.size >= NAMESPACES_MAX
    ? outer
    : new Map([...outer, ...[...declared].slice(0, NAMESPACES_MAX)])
}

function nameOf(tag: string, namespaces: Namespaces): { name: string; local: string } {
  const at = tag.indexOf(':')
  const [prefix, local] = at < 0 ? ['', tag] : [tag.slice(0, at).toLowerCase(), tag.slice(at + 1)]
  const namespace = namespaces.get(prefix)
  const customary = (namespace === undefined ? undefined : customaryPrefix(namespace)) ?? prefix
  return { name: `${customary === '' ? '' : `${customary}:`}${local.toLowerCase()}`, local }
}
