import { describe, expect, test } from 'vitest'
import { classifyTopics } from './classify-topics.ts'
import { explainTopics } from './explain-topics.ts'

const FLOOD = {
  title: 'River Elm floods half of Marlow Bridge',
  text: 'The river burst its banks after two days of rain. Fire crews evacuated eighty people and rescuers searched for survivors. Three people drowned.',
}

describe('top levels', () => {
  test.for([
    { topic: '03', ...FLOOD },
    {
      topic: '15',
      title: 'Late goal takes Northgate to the final',
      text: 'The striker scored in the last minute and the goalkeeper saved a penalty as the home side won the second leg.',
    },
    {
      topic: '04',
      title: 'Bank lifts interest rate to 4.5 per cent',
      text: 'The central bank raised its key rate to slow inflation. Shares fell and the currency rose against the dollar.',
    },
    {
      topic: '07',
      title: 'Measles cases rise in Merrin',
      text: 'Doctors have confirmed forty cases of the virus. Health officials urged parents to have children vaccinated.',
    },
    {
      topic: '02',
      title: 'Jury finds former mayor guilty of fraud',
      text: 'The judge will sentence the defendant in March. Prosecutors told the court that he took bribes from a builder.',
    },
  ])('$topic: $title', ({ topic, title, text }) =>
    expect(classifyTopics(title, text, 'en')[0]?.qcode).toBe(`medtop:${topic}000000`),
  )
})

describe('below the top levels', () => {
  test.for([
    {
      deep: 'medtop:20000154',
      broader: 'medtop:20000151',
      title: FLOOD.title,
      text: `${FLOOD.text} Floodwater filled cellars. The flood was the worst in forty years.`,
    },
    {
      deep: 'medtop:20000639',
      broader: 'medtop:20000638',
      title: 'Presidents keep to diplomacy',
      text: 'The foreign minister said an envoy would carry on the talks. Diplomats from both sides hope for a dialogue. The ambassador was recalled in May.',
    },
  ])('$deep is named, and what is above it', ({ deep, broader, title, text }) => {
    const found = classifyTopics(title, text, 'en')
    const codes = found.map(({ qcode }) => qcode)
    expect(codes).toContain(deep)
    expect(codes).toContain(broader)
    const probability = (qcode: string) => found.find((topic) => topic.qcode === qcode)!.probability
    expect(probability(deep)).toBeLessThanOrEqual(found[0]!.probability)
    expect(probability(deep)).toBeLessThanOrEqual(probability(broader))
  })
})

test('the terms that decided it stand in the text', () => {
  const { terms } = classifyTopics(FLOOD.title, FLOOD.text, 'en')[0]!
  const words = `${FLOOD.title} ${FLOOD.text}`
  expect(terms.length).toBeGreaterThan(2)
  for (const term of terms) for (const word of term.split(' ')) expect(words).toContain(word)
})

test('the explanation is the computation: its parts add up to the score, and the verdict names the largest', () => {
  const [best, ...others] = explainTopics(FLOOD.title, FLOOD.text)
  for (const { score, constant, parts } of [best!, ...others]) {
    expect(parts.reduce((sum, { weight }) => sum + weight, constant)).toBeCloseTo(score, 10)
  }
  const [verdict] = classifyTopics(FLOOD.title, FLOOD.text, 'en')
  expect(verdict).toMatchObject({ qcode: best!.qcode, probability: Math.round(best!.probability * 1e3) / 1e3 })
  const largest = [...new Set(best!.parts.map(({ term }) => term))].slice(0, verdict!.terms.length)
  expect(verdict!.terms).toEqual(largest)
})

test.for([
  { name: 'nothing', title: '', text: '', language: null },
  { name: 'numbers', title: '12', text: '3 4 5 6', language: null },
  { name: 'another language', title: FLOOD.title, text: FLOOD.text, language: 'de' },
  {
    name: 'words of no known language',
    title: 'Qorvex',
    text: 'blemmer drixon wafting noolat prem sarbic',
    language: null,
  },
])('abstains on $name', ({ title, text, language }) => expect(classifyTopics(title, text, language)).toEqual([]))

test('a verdict is the same every time', () => {
  expect(classifyTopics(FLOOD.title, FLOOD.text, 'en')).toEqual(classifyTopics(FLOOD.title, FLOOD.text, 'en'))
})
