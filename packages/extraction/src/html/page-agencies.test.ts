import { expect, test } from 'vitest'
import { extract } from '../extract.ts'

const BODY = [
  'The last of the great cranes of Port Amsel will be taken down in June, after 91 years beside the water, the port said.',
  'Its jib has been cracked since the storm of March, and the engineers of the port found no firm that would mend it for less.',
  'A group of citizens has collected 6,000 names for a museum on the quay, and wants the cabin of the crane to stay where it is.',
]
type Parts = { byline?: string; picture?: string; opening?: string; foot?: string }

function read(lang: string, { byline = '', picture = '', opening = '', foot = '' }: Parts) {
  const html = `<html lang="${lang}"><head><title>Harbour crane to be taken down</title><meta property="og:type" content="article">
    <meta property="article:published_time" content="2031-05-05T08:00:00Z"></head><body><nav><a href="/">Home</a></nav><article>
    <h1>Harbour crane to be taken down</h1>${byline && `<div class="byline">${byline}</div>`}${picture}
    <p>${opening}${BODY[0]}</p><p>${BODY[1]}</p><p>${BODY[2]}</p>${foot && `<p>${foot}</p>`}</article></body></html>`
  const found = extract({ html, url: 'https://g.example/a', capturedAt: '2031-05-06T00:00:00Z', kind: 'html' })
  if (found.verdict !== 'article') throw new Error(found.evidence)
  const { agency, authors } = found.extraction
  return { agency: agency.value?.id ?? null, authors: authors.value?.map(({ name }) => name) ?? [] }
}

const figure = (caption: string) => `<figure><img src="/a.jpg"><figcaption>${caption}</figcaption></figure>`

test.for<[lang: string, parts: Parts, agency: string | null, authors: string[]]>([
  ['en', { byline: 'By AFP' }, 'AFP', []],
  ['en', { byline: 'By Agence France-Presse' }, 'AFP', []],
  ['en', { byline: 'By Nora Quill, Associated Press' }, 'AP', ['Nora Quill']],
  ['en', { byline: 'By Nora Quill', foot: '(With inputs from AP)' }, 'AP', ['Nora Quill']],
  ['en', { byline: 'By Nora Quill', foot: '(With agency inputs)' }, null, ['Nora Quill']],
  ['en', { byline: 'Agencies' }, null, []],
  ['en', { byline: 'Nora Quill and agencies' }, null, ['Nora Quill']],
  ['en', { byline: 'By Nora Quill', picture: figure('The crane (AP Photo/Jon Merrow)') }, null, ['Nora Quill']],
  ['en', { byline: 'By Nora Quill', picture: figure('The crane. Photo: Reuters') }, null, ['Nora Quill']],
  [
    'en',
    { opening: 'PORT AMSEL, May 5 (Reuters) - ', foot: '(Reporting by Nora Quill; Editing by Jon Merrow)' },
    'Reuters',
    [],
  ],
  ['en', { opening: 'New Quern, May 5 (PTI) ' }, 'PTI', []],
  ['en', { byline: 'ANI', opening: 'Port Amsel [Lirio], May 5 (ANI): ' }, 'ANI', []],
  ['de', { byline: 'Von dpa' }, 'dpa', []],
  ['de', { byline: 'Jule Harms mit dpa' }, 'dpa', ['Jule Harms']],
  ['de', { byline: 'Von Jule Harms', foot: 'Quelle: dpa' }, 'dpa', ['Jule Harms']],
  ['fr', { byline: 'Par Luc Maret avec AFP' }, 'AFP', ['Luc Maret']],
  ['es', { byline: 'EFE', opening: 'Puerto Amsel, 5 may (EFE).- ' }, 'EFE', []],
  ['it', { byline: 'Redazione ANSA', opening: '(ANSA) - PORTO, 05 MAG - ' }, 'ANSA', []],
  ['pt', { byline: 'Lusa' }, 'Lusa', []],
  ['nl', { byline: 'Door ANP' }, 'ANP', []],
  ['sv', { byline: 'TT' }, 'TT', []],
  ['da', { byline: '/ritzau/' }, 'Ritzau', []],
  ['nb', { byline: 'Av NTB' }, 'NTB', []],
  ['fi', { byline: 'STT' }, 'STT', []],
  ['pl', { byline: 'Źródło: PAP' }, 'PAP', []],
  ['cs', { byline: 'ČTK' }, 'ČTK', []],
  ['hu', { byline: 'MTI' }, 'MTI', []],
  ['ro', { byline: 'Agerpres' }, 'Agerpres', []],
  ['ru', { byline: 'ТАСС', opening: 'ЛИРИНСК, 5 мая. /ТАСС/. ' }, 'TASS', []],
  ['uk', { byline: 'Укрінформ' }, 'Ukrinform', []],
  ['tr', { byline: 'Kaynak: AA' }, 'Anadolu', []],
  ['ar', { byline: 'رويترز' }, 'Reuters', []],
  ['ar', { byline: 'وكالات' }, null, []],
  ['zh', { byline: '来源：新华社' }, 'Xinhua', []],
  ['zh', { opening: '新华社安塞尔5月5日电 ' }, 'Xinhua', []],
  ['ja', { byline: '共同通信' }, 'Kyodo', []],
  ['ko', { opening: '(안셀=연합뉴스) 김민수 기자 = ' }, 'Yonhap', ['김민수']],
  ['id', { byline: 'ANTARA' }, 'ANTARA', []],
])('%s %j: %s %j', ([lang, parts, agency, authors]) => expect(read(lang, parts)).toEqual({ agency, authors }))
