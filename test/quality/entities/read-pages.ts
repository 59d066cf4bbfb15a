import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export const KINDS = ['person', 'organisation', 'place', 'number', 'date', 'quotation'] as const
export type Kind = (typeof KINDS)[number]

/** An entity as a person has marked it: all its spellings on the page, or the key of its value. */
export type Marked = {
  readonly kind: Kind
  /** Spellings of a name; text of a quotation. */
  readonly forms: readonly string[]
  /** Value of a number or date, in the form that the extractor gives it; null: a name or quotation. */
  readonly key: string | null
  /** Of a quotation: spellings of its speaker; empty: the page does not say. */
  readonly speakers: readonly string[]
}

export type MarkedPage = {
  readonly name: string
  readonly language: string
  /** Written before anybody looked at what the extractor gives, or after; `fresh`: when its rules were done, and no rule was made for them. */
  readonly written: 'before' | 'after' | 'fresh'
  readonly text: string
  readonly entities: readonly Marked[]
}

const NAMES: Readonly<Record<string, Kind>> = { p: 'person', o: 'organisation', l: 'place' }

type Open = {
  readonly mark: string
  readonly from: number
  readonly speaker: string | null
  /** What a declined name is without its ending. */
  readonly base: string | null
}

/**
 * Pages with their entities marked by hand: `[p1 Ada Berg]` a person, `[o2 …]` an organisation, `[l3 …]` a place, the same number
 * for all spellings of one, and `[l3=Oulu Oulussa]` for one that is declined; `[n=1250 1,250]` and `[d=03-04 March 4]` by value; `[q p1 “…”]` a quotation and its speaker, `-` for none.
 */
export function readPages(): MarkedPage[] {
  return (['before', 'after', 'fresh'] as const).flatMap((written) =>
    readFileSync(join(import.meta.dirname, `${written}.txt`), 'utf8')
      .split(/^== /m)
      .slice(1)
      .map((page) => readPage(page, written)),
  )
}

function readPage(page: string, written: MarkedPage['written']): MarkedPage {
  const [, language, name, body] = /^(\w+) (\S+)\n([\s\S]*)$/.exec(page) as unknown as [string, string, string, string]
  let text = ''
  const open: Open[] = []
  const names = new Map<string, string[]>()
  const values = new Map<string, Marked>()
  const quotations: { text: string; speaker: string }[] = []
  for (let at = 0; at < body.length; at++) {
    const opened = /^\[(?:q (-|[pol]\d+)|([pol]\d+)(?:=(\S+))?|([nd]=\S+)) /.exec(body.slice(at, at + 80))
    if (opened !== null) {
      const [all, speaker = null, id, base, value] = opened
      const mark = speaker === null ? (id ?? value)! : 'q'
      open.push({ mark, from: text.length, speaker, base: base?.replaceAll('_', ' ') ?? null })
      at += all.length - 1
    } else if (body[at] === ']') {
      const { mark, from, speaker, base } = open.pop()!
      const form = text.slice(from)
      if (speaker !== null) quotations.push({ text: form, speaker })
      else if (mark.includes('=')) values.set(mark, markedValue(mark))
      else names.set(mark, [...(names.get(mark) ?? []), form, ...(base === null ? [] : [base])])
    } else text += body[at]
  }
  const entities: Marked[] = [...names].map(([id, forms]) => ({
    ...{ kind: NAMES[id[0]!]!, forms: [...new Set(forms)], key: null, speakers: [] },
  }))
  const quoted = quotations.map(({ text: form, speaker }) => ({
    ...{ kind: 'quotation' as const, forms: [form], key: null, speakers: names.get(speaker) ?? [] },
  }))
  return { name, language, written, text: text.trim(), entities: [...entities, ...values.values(), ...quoted] }
}

function markedValue(mark: string): Marked {
  return { kind: mark.startsWith('n') ? 'number' : 'date', forms: [], key: mark.slice(2), speakers: [] }
}
