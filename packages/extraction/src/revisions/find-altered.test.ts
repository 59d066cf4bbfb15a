import { sha256Hex } from '@dateline/domain'
import { describe, expect, test } from 'vitest'
import { extract } from '../extract.ts'
import type { Reading } from './compare-readings.ts'
import { findAltered } from './find-altered.ts'
import { findTakenOver } from './find-taken-over.ts'

const WIRE = [
  'A ferry ran aground off the northern coast of Lirio on Monday night with 112 people on board, the coast guard said.',
  'Rescuers brought everybody ashore before midnight, and three passengers were treated for bruises in the clinic of Port Amsel.',
  'The captain was not drunk when the ship left its lane in calm weather, said a spokesman of the harbour police, Jon Merrow.',
  'The company has lost 1,873 crates worth $2.4 million, and its shares fell by 5 per cent at the exchange.',
]
const SEEN_AT = '2031-04-06T12:00:00Z'

function reading(paragraphs: readonly string[], published = '2031-04-05T08:00:00Z', modified = ''): Reading {
  const html = `<html><head><meta property="og:type" content="article">
    <meta property="article:published_time" content="${published}">
    ${modified && `<meta property="article:modified_time" content="${modified}">`}</head><body><article><h1>Ferry runs aground</h1>
    ${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`
  const found = extract({ html, url: 'https://wire.example/f', capturedAt: null, kind: 'html' })
  if (found.verdict !== 'article') throw new Error(found.evidence)
  return { extractor: 'html/1', contentSha256: sha256Hex(found.extraction.text), extraction: found.extraction }
}

const wire = reading(WIRE)
const copyOf = (from: string, to: string) => [
  'PORT AMSEL: A ferry has hit the rocks.',
  ...WIRE.map((text) => text.replace(from, to)),
  'Our reporter saw lights in the harbour until dawn, and a crowd that would not go home.',
]
const found = (from: string, to: string) =>
  findAltered([wire], reading(copyOf(from, to), '2031-04-05T09:00:00Z'), SEEN_AT)

describe('a copy that says something else', () => {
  test.for<[string, string, string, string, string]>([
    ['another number', '112', '140', 'number', '140'],
    ['a number in words', 'three passengers', 'seven passengers', 'number', 'seven'],
    ['a "not" left out', 'was not drunk', 'was drunk', 'negation', ''],
    ['a "not" put in', 'Rescuers brought', 'Rescuers had not brought', 'negation', 'had not'],
    ['another name', 'Jon Merrow', 'Piet Adler', 'name', 'Piet Adler'],
    ['the opposite', 'shares fell by', 'shares rose by', 'fact', 'rose'],
  ])('%s', ([, from, to, kind, after]) => {
    const altered = found(from, to)
    expect(altered?.changes[0]).toMatchObject({ kind, after: after === '' ? null : after })
    expect(altered?.sentences).toHaveLength(1)
    expect(altered?.sentences[0]).toEqual({
      original: expect.stringContaining(from),
      copy: expect.stringContaining(to),
    })
    expect(altered?.evidence).toContain('the original: “')
  })

  test.for<[string, string, string]>([
    ['the same', '112', '112'],
    ['words of its own', 'the coast guard said', 'according to the coast guard'],
    ['a day in its own way', 'on Monday night', 'on Tuesday night'],
    ['a rounded figure', '1,873', '1,900'],
    ['another unit', '$2.4 million', '€2.2 million'],
    ['a name in another spelling', 'Jon Merrow', 'Jon Merow'],
    ['a shorter name', 'Jon Merrow', 'Merrow'],
    ['a word in its own way', '5 per cent', '5 percent'],
    ['something added', 'with 112 people on board', 'with 112 people and 14 horses on board'],
    ['something left out', ' with 112 people on board', ''],
    ['another mark', '1,873', '1873'],
  ])('nothing in %s', ([, from, to]) => expect(found(from, to)).toBeNull())
})

const REST = [
  'The harbour of the town was closed for the night and opened again in the morning light for all.',
  'People in the cafés along the quay had much to tell each other about what they had seen and heard.',
]
const differ = (one: string, other: string) =>
  findAltered([reading([one, ...REST])], reading([other, ...REST], '2031-04-05T09:00:00Z'), SEEN_AT)

test.for<[string, string, string]>([
  ['Die Brücke wird wegen der geplanten Arbeiten im Juni ', 'nicht gesperrt', 'gesperrt'],
  ['Pour les travaux prévus en juin dans la ville, le pont ', 'ne sera pas fermé', 'sera fermé'],
  ['Por las obras previstas para junio el puente de la ciudad ', 'no se cerrará', 'se cerrará'],
  ['Из-за работ, намеченных на июнь в центре города, мост ', 'не закроют', 'закроют'],
  ['Z powodu prac zaplanowanych na czerwiec most w mieście ', 'nie będzie zamknięty', 'będzie zamknięty'],
  ['Bei dem Unfall nahe der Grenze wurden nach Angaben der Polizei verletzt: ', '14 Menschen', '41 Menschen'],
  ['警察によると事故で病院に運ばれたのは、けがをした', '14人', '41人'],
  ['After a trial of more than a year the jury of Amsel found him ', 'guilty', 'innocent'],
])('something else: %s%s, %s', ([start, one, other]) => {
  const end = /[\p{scx=Han}]/u.test(start) ? '。' : '.'
  expect(differ(start + one + end, start + other + end)?.changes).toHaveLength(1)
  expect(differ(start + other + end, start + one + end)?.changes).toHaveLength(1)
})

describe('nothing is said of what two houses write each in its own way:', () => {
  test.for<[string, string, string, string]>([
    ['another scale', 'Temperatures rose to ', '32 degrees Celsius', '90 degrees Fahrenheit'],
    ['another measure', 'Since Tuesday the fire has burned ', '112 square kilometres', '43 square miles'],
    ['another currency', 'The company paid for the old yard ', '2.4 million dollars', '2.2 million euros'],
    ['another currency, German', 'Für die alte Werft am Hafen zahlte der Konzern ', '2,4 Mio. Dollar', '2,2 Mio. Euro'],
    ['another currency, Chinese', '這家公司買下港口旁的舊造船廠，價格是', '240萬美元', '220萬歐元'],
    [
      'another basis',
      'The offer for the old yard is worth ',
      '$2.4 billion including debt',
      '$2.1 billion excluding debt',
    ],
    ['a figure cut short', 'Before midnight rescuers brought ashore more than ', '1,873 crates', '1,800 crates'],
    ['a rounded decimal, German', 'Der Wert der Werft am Hafen liegt bei ', '2,37 Millionen', '2,4 Millionen'],
    ['a rounded decimal', 'The old shipyard near the harbour is worth ', '2.375 million', '2.4 million'],
    [
      'two figures at once',
      'In early trading on Monday the price rose by ',
      '1.2 percent to 71.40',
      '1.3 percent to 71.52',
    ],
    ['days counted from today', 'With 112 people on board the ferry ran aground ', 'two days ago', 'three days ago'],
    ['days counted, German', 'Mit 112 Menschen an Bord lief die Fähre auf Grund vor ', 'zwei Tagen', 'drei Tagen'],
    ['a day of the month', 'With 112 people on board the ferry ran aground on ', 'April 4', 'April 5'],
    ['a day of the month, German', 'Mit 112 Menschen an Bord lief die Fähre auf Grund am ', '4. April', '5. April'],
    ['an hour', 'With 112 people on board the ferry left the harbour of Lirio at ', '8', '20'],
    ['the gender of a number, Polish', 'W wypadku na moście w poniedziałek zostały ranne ', 'dwa', 'dwie'],
    ['a short given name', 'The plan would bring back to the council ', 'Bob Smith', 'Robert Smith'],
    ['an exonym', 'After a long debate ministers agreed on sanctions against ', 'Beijing', 'Peking'],
    ['another transcription', 'The match was won in the end by ', 'Olexander Usyk', 'Aleksandr Usyk'],
    [
      'another transcription of a surname',
      'The militia had heard nothing more of ',
      'Moammar Gaddafi',
      'Moamer Qaddafi',
    ],
    [
      'an office',
      'The bridge would be closed for a year, said ',
      'Transport Secretary Vole',
      'Transport Minister Vole',
    ],
    ['the name of a firm', 'Thousands of accounts that spread false reports were removed by ', 'Facebook', 'Meta'],
    ['not until', 'Because a judge has fallen ill the trial will ', 'not begin until May', 'begin in May'],
    ['not only', 'In the whole region the strike will hit ', 'not only trains but buses', 'trains but buses'],
    ['not only, Spanish', 'En toda la región la huelga afectará ', 'no solo a trenes', 'a trenes'],
    ['not only, Portuguese', 'Em toda a região a greve vai atingir ', 'não só comboios', 'comboios'],
    ['or not', 'The minister would not tell reporters about the bridge and ', 'whether or not', 'whether'],
    ['no fewer than', 'On board the ferry off Lirio there were ', 'no fewer than 112', '112'],
    ['no fewer than, Russian', 'На борту парома у берега находились ', 'не менее 112', 'как минимум 112'],
    ['an idle "not", French', 'La mairie a prévenu les habitants avant que la pluie ', 'ne tombe', 'tombe'],
    ['an idle "not", Russian', 'Мэр города обещал открыть движение до дождей, пока он ', 'не уедет', 'уедет'],
    ['a "not" in one word', 'The two drivers from Amsel who had the accident were ', 'not injured', 'unhurt'],
    ['a "not" in one word, Chinese', '警方称事故发生在周一晚上，当时大桥上正在下雨，该男子', '并未受伤', '无恙'],
    ['a denial', 'To reporters who had waited at the airport he ', 'did not speak', 'declined to speak'],
    [
      'a wonder',
      'Is it ',
      'not a wonder that the market hall still stands in town',
      'a wonder that the market hall still stands in town',
    ],
    ['a number sign', 'The prime minister was seen at the door of ', 'No. 10', '10'],
    ['another word for a man', 'In a cell of the court of Amsel on Monday sat ', 'the arrested man', 'the suspect'],
  ])('%s', ([, start, one, other]) => {
    const end = /[\p{scx=Han}]/u.test(start) ? '。' : '.'
    expect(differ(start + one + end, start + other + end)).toBeNull()
    expect(differ(start + other + end, start + one + end)).toBeNull()
  })

  test('a sentence of its own by the pattern of one that it has kept', () => {
    const [ours, theirs] = ['Greens', 'Blues'].map(
      (party, at) => `The ${party} won ${[112, 98][at]} seats in the north of Lirio.`,
    )
    const results = (seats: number) =>
      `In the north of Lirio the party of the mayor won ${seats} seats, the office said on Monday.`
    expect(differ(`${results(112)} ${ours}`, `${results(112)} ${results(98)} ${theirs}`)).toBeNull()
  })

  test('a figure that the original has elsewhere', () => {
    const more = 'Later the coast guard spoke of 140 people.'
    expect(
      findAltered([reading([...WIRE, more])], reading(copyOf('112', '140'), '2031-04-05T09:00:00Z'), SEEN_AT),
    ).toBeNull()
  })
})

describe('nothing is said', () => {
  const altered = copyOf('112', '140')
  test('of a copy that was printed before the original, or after that was last looked at', () => {
    expect(findAltered([wire], reading(altered, '2031-04-05T07:59:00Z'), SEEN_AT)).toBeNull()
    expect(findAltered([wire], reading(altered, '2031-04-06T13:00:00Z'), SEEN_AT)).toBeNull()
    expect(findAltered([wire], reading(altered, '2031-04-05'), SEEN_AT)).not.toBeNull()
    expect(findAltered([wire], reading(altered, '2031-04-06'), SEEN_AT)).toBeNull()
  })

  test('of a copy that has what the original once said, or says by now', () => {
    const later = reading(copyOf('112', '140'), '2031-04-05T08:00:00Z', '2031-04-05T10:00:00Z')
    expect(findAltered([wire, later], reading(altered), SEEN_AT)).toBeNull()
    expect(findAltered([wire, later], reading(WIRE), SEEN_AT)).toBeNull()
    expect(findAltered([wire, later], reading(copyOf('112', '150')), SEEN_AT)).not.toBeNull()
  })

  test('of a copy that owns up to it', () => {
    const notice = 'Correction: an earlier version of this article gave another number of people on board.'
    expect(findAltered([wire], reading([...altered, notice]), SEEN_AT)).toBeNull()
  })

  test('where one of the two names no time, and where there is no original', () => {
    expect(findAltered([wire], reading(altered, ''), SEEN_AT)).toBeNull()
    expect(findAltered([], reading(altered), SEEN_AT)).toBeNull()
  })
})

describe('a finding does not stand against an original that', () => {
  const copy = reading(copyOf('112', '140'))
  const finding = { originalArticleId: 'article-1', ...findAltered([wire], copy, SEEN_AT)! }
  const later = (from: string, to: string) => reading(copyOf(from, to))
  const further = later('5 per cent', '6 per cent')

  test.for<[string, Reading[], Reading | null]>([
    ['says so by now', [wire, later('112', '140')], later('112', '140')],
    ['has said so in between', [wire, later('112', '140'), further], later('112', '140')],
    ['says it as before: it stands', [wire, further], null],
    ['says a third thing: it stands', [wire, later('112', '130')], null],
    ['says nothing new: it stands', [wire], null],
  ])('%s', ([, original, by]) => {
    const found = findTakenOver(original, finding)
    expect(found?.originalContentSha256).toBe(by?.contentSha256)
    if (found === null) return
    expect(found.contentSha256).toBe(copy.contentSha256)
    expect(found.evidence).toContain('140 people')
  })
})
