import { EXTRACTION_FIELDS, type Field } from '@dateline/domain'
import { squeeze } from '../html/block-features.ts'
import { pageFacts } from '../html/page-facts.ts'
import { type PageElement, parsePage } from '../html/page-tree.ts'
import { type PageInput, readPage } from '../html/read-page.ts'
import { type ExplainedField, type Explanation, fieldText } from './explanation.ts'
import { fieldOffers, type Offer } from './field-candidates.ts'

const PATH_ELEMENTS_MAX = 6
/** Authors and standfirst come from the same places as byline and description. */
const OFFERED_AS: Readonly<Record<string, string>> = { authors: 'byline' }

/** Reads a page as `extract` does, and tells of every block and field why it came out as it did. Pure. */
export function explainPage(input: PageInput): Explanation {
  const decisions = new Map<number, string | null>()
  const { extraction, rejection, blocks, scores } = readPage(input, undefined, (index, rule) =>
    decisions.set(index, rule),
  )
  const tree = parsePage(input.html)
  const offers = fieldOffers(tree.root, pageFacts(tree, input.url))
  const explained = blocks.map(({ text, element }, index) => {
    const rule = decisions.get(index)
    return {
      index,
      path: pathOf(element),
      text,
      score: scores[index] ?? 0,
      droppedBy: rule === undefined ? 'scored-low' : rule,
    }
  })
  const rules = new Map<string, { blocks: number; chars: number }>()
  for (const { droppedBy, text } of explained) {
    if (droppedBy === null) continue
    const count = rules.get(droppedBy) ?? { blocks: 0, chars: 0 }
    rules.set(droppedBy, { blocks: count.blocks + 1, chars: count.chars + text.length })
  }
  return {
    verdict: rejection === null ? { kind: 'article' } : { kind: 'rejected', ...rejection },
    fields: EXTRACTION_FIELDS.map((name) =>
      explainField(name, extraction[name], offers.get(OFFERED_AS[name] ?? name) ?? []),
    ),
    marks: extraction.marks,
    blocks: explained,
    rules: [...rules].map(([rule, count]) => ({ rule, ...count })).sort((a, b) => b.chars - a.chars),
    textChars: extraction.text.length,
  }
}

function explainField(name: string, field: Field<unknown>, offers: readonly Offer[]): ExplainedField {
  const value = fieldText(field)
  const key = value === null ? '' : squeeze(value)
  const time = timeOf(field.value)
  const candidates = offers.map(({ source, value: offered }) => {
    const other = squeeze(offered)
    const isSame =
      (time !== null && Date.parse(offered) === time) ||
      (key !== '' && other !== '' && (key === other || key.includes(other) || other.includes(key)))
    return { source, value: offered, agrees: isSame }
  })
  if (field.value === null || !('basis' in field))
    return {
      name,
      value: null,
      basis: null,
      confidence: null,
      because: 'reason' in field ? field.reason : '',
      candidates,
    }
  return { name, value, basis: field.basis, confidence: field.confidence, because: field.evidence, candidates }
}

function timeOf(value: unknown): number | null {
  const at = typeof value === 'object' && value !== null && 'at' in value ? Date.parse(String(value.at)) : Number.NaN
  return Number.isNaN(at) ? null : at
}

/** "article > div.body > p": enough to find it in the page's source. */
function pathOf(element: PageElement): string {
  const names: string[] = []
  for (let each: PageElement | null = element; each !== null && each.tag !== '#root'; each = each.parent) {
    const name = each.attributes.class?.trim().split(/\s+/)[0]
    if (each.tag !== 'html' && each.tag !== 'body') names.unshift(name ? `${each.tag}.${name.slice(0, 40)}` : each.tag)
  }
  return names.length > PATH_ELEMENTS_MAX ? `… > ${names.slice(-PATH_ELEMENTS_MAX).join(' > ')}` : names.join(' > ')
}
