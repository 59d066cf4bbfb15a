import { describe, expect, test } from 'vitest'
import type { Decision, StoryDocument } from '../stories/document.ts'
import { createGrouper } from '../stories/grouper.ts'
import { byAgency, OTHER, page, WIRE } from './sample-pages.ts'

const SECOND_WIRE = `Torrents from an overfull lake forced a town and nine hamlets out of bed before breakfast, when wardens let water past the barrier at Harrow.

Shopkeeper Nell Abbot of Caldmere carried her till up a ladder and sat beside it on the roof until a farmer with a tractor came by for both.

The waterworks laid hoses from a spring and promised that tankers would be standing at every church by noon, with a bucket a head for whoever came.

Insurers sent eleven assessors, who shared one rowing boat, and the youngest of them said that he had not known how many pianos there were in Caldmere.`

const paragraphs = WIRE.split('\n\n')
const BY = { actor: 'editor@desk.example', reason: 'by hand' }
const hoursLater: StoryDocument = page('next', OTHER, { seenAt: '2031-03-05T01:00:00Z', title: 'Ministers meet' })

type Step = StoryDocument | Decision

/** Whose copy each article is after the steps, and once more when hours have gone by. */
function copies(steps: readonly Step[], later: readonly Step[] = [hoursLater]) {
  const grouper = createGrouper()
  const ids = steps.flatMap((step) => ('articleId' in step ? [step.articleId] : []))
  const told: string[] = []
  const take = (step: Step) => {
    if ('event' in step) return grouper.apply(step)
    for (const { stream, event } of grouper.observe(step, `cause-${step.articleId}`)) {
      if (event.type === 'CopyDetected' || event.type === 'CopyRetracted')
        told.push(`${event.type} ${stream} ${event.data.originalArticleId}`)
    }
  }
  const standing = () => Object.fromEntries(ids.map((id) => [id, grouper.originalOf(id)]))
  steps.forEach(take)
  const [before, toldBefore] = [standing(), told.length]
  later.forEach(take)
  return { before, after: standing(), told: told.slice(toldBefore) }
}

const decided = (stream: string, event: Decision['event']): Decision => ({ stream, event })
const denied = decided('copy', {
  ...{ type: 'CopyRetracted', data: { originalArticleId: 'wire', ...BY, evidence: '', matcher: 'person' } },
})
const released = decided('copy', { type: 'CopyReleased', data: { originalArticleId: 'wire', ...BY } })

test('a copy that comes to credit its agency takes the place of its original', () => {
  const copy = page('copy', WIRE)
  const steps = [page('wire', WIRE, { publishedAt: '2031-03-04T09:00:00Z' }), copy, page('third', WIRE)]
  const { before, after, told } = copies(steps, [{ ...copy, isRevision: true, agency: byAgency.agency }])
  expect(before).toEqual({ wire: null, copy: 'wire', third: 'wire' })
  expect(after).toEqual({ wire: 'copy', copy: null, third: 'copy' })
  expect(told).toEqual(['CopyRetracted copy wire', 'CopyDetected wire copy', 'CopyDetected third copy'])
})

describe('some hours later', () => {
  test('a page pasted from two wires is a copy of the one that it has more of, in whatever order they came', () => {
    const first = page('first', WIRE, byAgency)
    const second = page('second', SECOND_WIRE, byAgency)
    const pasted = page('pasted', `${paragraphs[0]}\n\n${paragraphs[1]}\n\n${SECOND_WIRE}`)
    expect(copies([first, pasted, second]).before).toMatchObject({ pasted: 'first' })
    for (const order of [
      [first, pasted, second],
      [pasted, first, second],
      [second, first, pasted],
    ])
      expect(copies(order).after).toEqual({ first: null, second: null, pasted: 'second' })
  })

  test('an excerpt is a copy of the full text that came after it and became the original of another excerpt', () => {
    const wire = page('wire', WIRE, byAgency)
    const head = page('head', paragraphs.slice(0, 2).join('\n\n'))
    const foot = page('foot', paragraphs.slice(2).join('\n\n'))
    const { before, after, told } = copies([head, foot, wire])
    expect(Object.values(before).filter((of) => of === 'wire')).toHaveLength(1)
    expect(after).toEqual({ head: 'wire', foot: 'wire', wire: null })
    expect(told).toHaveLength(1)
  })

  test('nothing is recorded again of what stands', () => {
    expect(copies([page('wire', WIRE, byAgency), page('copy', WIRE), page('own', SECOND_WIRE)]).told).toEqual([])
  })

  test('what a person has denied stays denied', () => {
    expect(copies([page('wire', WIRE, byAgency), page('copy', WIRE), denied]).after).toMatchObject({ copy: null })
  })
})

describe('what a person leaves to automatic decisions again is looked at with the next article', () => {
  const soon = { ...hoursLater, seenAt: '2031-03-04T18:00:00Z' }

  test('a copy that was denied', () => {
    const steps = [page('wire', WIRE, byAgency), page('copy', WIRE), denied]
    expect(copies(steps, [soon]).after).toMatchObject({ copy: null })
    expect(copies([...steps, released], [soon]).after).toMatchObject({ copy: 'wire' })
  })

  test('a copy that only a person has seen', () => {
    const data = { originalArticleId: 'wire', kind: 'reworded', containment: 0, inferredAgency: null } as const
    const stated = decided('copy', { type: 'CopyDetected', data: { ...data, evidence: '', matcher: 'person', ...BY } })
    const steps = [page('wire', WIRE, byAgency), page('copy', SECOND_WIRE), stated]
    expect(copies(steps, [soon]).after).toMatchObject({ copy: 'wire' })
    const { after, told } = copies([...steps, released], [soon])
    expect(after).toMatchObject({ copy: null })
    expect(told).toEqual(['CopyRetracted copy wire'])
  })
})
