import { describe, expect, test } from 'vitest'
import { extractText } from './extract-text.ts'

type Scrape = {
  lines: string[]
  title: string
  authors: string[] | null
  day: string
  keywords?: string[]
  opening: string
  ending: string
}

/** Whole scrapes, each with what a reader would say of it. */
const SCRAPES: Record<string, Scrape> = {
  Japanese: {
    lines: [
      'ホーム > 地域',
      '港が再開、西側の壁の工事終わる',
      '2026年5月3日 10:30',
      '港は2週間の工事を終えて日曜日に再開したと市が発表した。船は3つの岸壁に戻り、西側の壁の修理も予定より早く終わった。',
      '工事の費用はおよそ3億円で、第2期の工事は来年末まで続く見通しだという。市は住民に計画を説明する会を開く予定だ。',
      '漁協の組合長は再開を歓迎し、水揚げの回復に期待を寄せた。【山田太郎】',
    ],
    title: '港が再開、西側の壁の工事終わる',
    authors: ['山田太郎'],
    day: '2026-05-03',
    opening: '港は2週間の',
    ending: '期待を寄せた。',
  },
  Chinese: {
    lines: [
      '碼頭兩週工程完工 週日重新開放',
      '2026-05-03 10:30',
      '市府表示，碼頭在兩週的維修工程之後於週日重新開放，船隻回到三個泊位，西側護岸的修復也比預定時間提早完成。',
      '工程費用約三億元，第二期工程將持續到明年年底，市府將舉辦說明會向居民說明後續計畫與交通安排。',
      '漁會理事長歡迎碼頭重新開放，並期待漁獲量能夠逐步恢復到往年的水準。',
      '（記者 林怡君）',
      '責任編輯：陳志明',
    ],
    title: '碼頭兩週工程完工 週日重新開放',
    authors: ['林怡君'],
    day: '2026-05-03',
    opening: '市府表示',
    ending: '往年的水準。',
  },
  Korean: {
    lines: [
      '두 주 공사 마친 항구, 일요일 다시 열렸다',
      '입력 2026.05.03. 오전 10:30',
      '시는 두 주 동안의 보수 공사를 마치고 항구를 일요일에 다시 열었다고 밝혔다. 배들은 세 개의 부두로 돌아왔고 서쪽 벽의 수리도 예정보다 일찍 끝났다.',
      '공사에는 약 삼십억 원이 들었으며 두 번째 공사는 내년 말까지 이어질 전망이다. 시는 주민들에게 계획을 설명하는 자리를 마련할 예정이다.',
      '어촌계장은 항구가 다시 열린 것을 반기며 어획량이 회복되기를 기대한다고 말했다.',
      '홍길동 기자 hong@post.example',
    ],
    title: '두 주 공사 마친 항구, 일요일 다시 열렸다',
    authors: ['홍길동'],
    day: '2026-05-03',
    opening: '시는 두 주 동안의',
    ending: '기대한다고 말했다.',
  },
  German: {
    lines: [
      'Kaimauer nach zwei Wochen Bauzeit wieder offen',
      'Maria Laach, 3. Mai 2026',
      'Die Stadt hat die westliche Kaimauer am Sonntag nach zwei Wochen Bauzeit wieder für Schiffe geöffnet, wie sie am Morgen mitteilte.',
      'Die Arbeiten kosteten rund drei Millionen Taler und waren früher fertig als geplant, sagte die Bürgermeisterin.',
      'Der zweite Abschnitt dauert bis Ende des nächsten Jahres; die Anwohner sollen im Juni unterrichtet werden.',
      'Schlagwörter: Kaimauer, Wochentag: Sonntag, id:48213, Hafen',
    ],
    title: 'Kaimauer nach zwei Wochen Bauzeit wieder offen',
    authors: null,
    day: '2026-05-03',
    keywords: ['Kaimauer', 'Hafen'],
    opening: 'Die Stadt hat',
    ending: 'unterrichtet werden.',
  },
  French: {
    lines: [
      'Le quai ouest rouvre après deux semaines de travaux',
      'Saint-Aubin Plage, le 3 mai 2026',
      'Par Lucie Ferrand',
      'La ville a rouvert dimanche le quai ouest après deux semaines de travaux, a-t-elle annoncé dans un communiqué diffusé le matin.',
      'Les travaux ont coûté près de trois millions de couronnes et se sont achevés plus tôt que prévu, a précisé la maire.',
      "La deuxième tranche durera jusqu'à la fin de l'année prochaine, et les riverains seront reçus en juin.",
    ],
    title: 'Le quai ouest rouvre après deux semaines de travaux',
    authors: ['Lucie Ferrand'],
    day: '2026-05-03',
    opening: 'La ville a rouvert',
    ending: 'reçus en juin.',
  },
  English: {
    lines: [
      'West quay reopens after two weeks of work',
      'Jane Roe | 3 May 2026',
      'The council reopened the west quay on Sunday after two weeks of repairs, it said in a statement that was sent out in the morning.',
      'The work cost about three million crowns and was finished sooner than planned, according to the mayor of Saltwick.',
      'A second stage will last until the end of next year, and people who live nearby are to be heard in June.',
      'Tags: quay, Day: Sunday, type=article, harbour',
    ],
    title: 'West quay reopens after two weeks of work',
    authors: ['Jane Roe'],
    day: '2026-05-03',
    keywords: ['quay', 'harbour'],
    opening: 'The council reopened',
    ending: 'heard in June.',
  },
}

describe.for(Object.entries(SCRAPES))('%s', ([, scrape]) => {
  const found = extractText({ text: scrape.lines.join('\n\n'), capturedAt: '2026-05-04T12:00:00Z' })
  const extraction = found.verdict === 'article' ? found.extraction : null

  test('title', () => expect(extraction?.title.value).toBe(scrape.title))
  test('authors', () => expect(extraction?.authors.value?.map(({ name }) => name) ?? null).toEqual(scrape.authors))
  test('day', () => expect(extraction?.publishedAt.value?.at.slice(0, 10)).toBe(scrape.day))
  test('keywords', () => expect(extraction?.keywords).toEqual(scrape.keywords ?? []))
  test('nothing else', () => {
    const rest = [extraction?.agency, extraction?.modifiedAt, extraction?.contributors, extraction?.standfirst]
    expect(rest.map((field) => field?.value)).toEqual([null, null, null, null])
  })
  test('text', () => {
    expect(extraction?.text.startsWith(scrape.opening)).toBe(true)
    expect(extraction?.text.endsWith(scrape.ending)).toBe(true)
  })
})
