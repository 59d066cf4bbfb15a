import { describe, expect, test } from 'vitest'
import type { Decision, StoryDocument } from '../stories/document.ts'
import { createGrouper, type Grouper } from '../stories/grouper.ts'
import { byAgency, OTHER, page, WIRE } from './sample-pages.ts'

const paragraphs = WIRE.split('\n\n')
const OWN = `Caldmere woke to mud. In the kitchen of the Lamb the landlady swept it out of the door with a snow shovel, and it came back under the other.

Nobody here talks of anything but the siren, which many took for the weekly test. The council promises an answer by Friday.`
const UPDATED = `${paragraphs[0]}\n\n${paragraphs[1]}\n\n${OWN}\n\n${OTHER}`

const wire = page('wire', WIRE, byAgency)
const copy = page('copy', WIRE)
const revised = (document: StoryDocument, text: string, more: Partial<StoryDocument> = {}): StoryDocument => ({
  ...{ ...document, text, isRevision: true, ...more },
})

type Step = StoryDocument | Decision

/** What is recorded of copies, as "type article original", and how it stands at the end. */
function run(steps: readonly Step[]) {
  const grouper = createGrouper()
  const told: string[] = []
  const all: Step[] = []
  for (const step of steps) {
    all.push(step)
    if ('event' in step) {
      grouper.apply(step)
      continue
    }
    for (const decision of grouper.observe(step, `cause-${all.length}`)) {
      all.push(decision)
      const { type, data } = decision.event
      if (type === 'CopyDetected' || type === 'CopyRetracted')
        told.push(`${type} ${decision.stream} ${data.originalArticleId}`)
    }
  }
  expect(standing(remembered(all))).toEqual(standing(grouper))
  return { told, ...standing(grouper) }
}

const standing = ({ originalOf }: Grouper) => ({
  ...{ wire: originalOf('wire'), copy: originalOf('copy'), third: originalOf('third') },
})

/** The same from the log, without deciding. */
function remembered(steps: readonly Step[]): Grouper {
  const grouper = createGrouper()
  for (const step of steps) {
    if ('event' in step) grouper.apply(step)
    else grouper.remember(step)
  }
  return grouper
}

const BY = { actor: 'editor@desk.example', reason: 'by hand' }
const denied = (stream: string, originalArticleId: string): Decision => ({
  ...{ stream, event: { type: 'CopyRetracted', data: { originalArticleId, ...BY, evidence: '', matcher: 'person' } } },
})
const stated = (stream: string, originalArticleId: string): Decision => {
  const data = { originalArticleId, kind: 'reworded', containment: 0, inferredAgency: null, evidence: '' } as const
  return { stream, event: { type: 'CopyDetected', data: { ...data, matcher: 'person', ...BY } } }
}

describe('a copy is taken back', () => {
  test('when its text is another', () => {
    const { told, copy: of } = run([wire, copy, revised(copy, OWN)])
    expect(told).toEqual(['CopyDetected copy wire', 'CopyRetracted copy wire'])
    expect(of).toBeNull()
  })

  test('when another text has come in the place of its original, and its siblings are copies of one another', () => {
    const third = page('third', WIRE, { publishedAt: '2031-03-04T15:00:00Z' })
    const { told, ...stands } = run([wire, copy, third, revised(wire, OWN)])
    expect(told.slice(2)).toEqual(['CopyRetracted copy wire', 'CopyRetracted third wire', 'CopyDetected third copy'])
    expect(stands).toEqual({ wire: null, copy: null, third: 'copy' })
  })

  test('when the original was read anew, and had never said what the copy says', () => {
    const both = page('wire', `${OWN}\n\n${paragraphs[0]}\n\n${paragraphs[1]}`, byAgency)
    const steps = [both, page('copy', paragraphs.slice(0, 2).join('\n\n'))]
    expect(run([...steps, revised(both, OWN)]).copy).toBe('wire')
    expect(run([...steps, revised(both, OWN, { isReadAgain: true })]).copy).toBeNull()
  })
})

describe('a copy stands', () => {
  test('when the original goes on, and a page that carries its first version comes later', () => {
    const third = page('third', paragraphs.slice(2).join('\n\n'), { publishedAt: '2031-03-04T15:00:00Z' })
    const { told, ...stands } = run([
      wire,
      page('copy', paragraphs.slice(2).join('\n\n')),
      revised(wire, UPDATED),
      third,
    ])
    expect(told).toEqual(['CopyDetected copy wire', 'CopyDetected third wire'])
    expect(stands).toEqual({ wire: null, copy: 'wire', third: 'wire' })
  })

  test('when it is shortened, and when only its headline changes', () => {
    expect(run([wire, copy, revised(copy, paragraphs[1]!)]).copy).toBe('wire')
    expect(run([wire, copy, { ...revised(copy, WIRE), title: 'Dam spills' }]).told).toHaveLength(1)
  })
})

describe('what a person says of a copy stands', () => {
  test('no copy: whatever comes, of it and of those that are copies of the same text', () => {
    const third = page('third', WIRE)
    const { told, ...stands } = run([wire, copy, third, denied('copy', 'wire'), revised(copy, `${WIRE}\n\n${OTHER}`)])
    expect(told).toEqual(['CopyDetected copy wire', 'CopyDetected third wire'])
    expect(stands).toEqual({ wire: null, copy: null, third: 'wire' })
  })

  test('no copy: nor is the other a copy of it', () => {
    const early = page('wire', WIRE)
    const later = revised(early, `${WIRE}\n\n${OTHER}`, { publishedAt: '2031-03-05T09:00:00Z' })
    expect(run([early, copy, denied('copy', 'wire'), later])).toMatchObject({ wire: null, copy: null })
  })

  test('a copy, though no word of it stands in the original', () => {
    const { told, copy: of } = run([wire, page('copy', OTHER), stated('copy', 'wire'), revised(copy, OWN)])
    expect(told).toEqual([])
    expect(of).toBe('wire')
  })

  test('a copy of what turns out to be a copy itself: it is one of that text', () => {
    const late = page('wire', WIRE, { publishedAt: '2031-03-04T15:00:00Z' })
    const third = page('third', WIRE, byAgency)
    expect(run([late, page('copy', OWN), stated('copy', 'wire'), third])).toMatchObject({
      wire: 'third',
      copy: 'third',
    })
  })

  test('the last word counts', () => {
    const steps = [wire, copy, denied('copy', 'wire'), stated('copy', 'wire')]
    expect(run(steps).copy).toBe('wire')
    expect(run([...steps, denied('copy', 'wire'), revised(copy, `${WIRE}\n\n${OTHER}`)]).copy).toBeNull()
  })
})
