// Before our table is made of its n-grams, and takes them away.
import { eld } from 'eld/large'
import { describe, expect, test } from 'vitest'
import { readNgrams } from './read-ngrams.ts'

const SENTENCES = [
  'The harbour bridge was closed to traffic on Tuesday after a ship struck it.',
  "L’été dernier, le pont du port d'Aubrac a été fermé ; ‘fermé’, dit-on, jusqu'à l'automne.",
  'İSTANBUL: LİMAN KÖPRÜSÜ SALI GÜNÜ KAPATILDI',
  'Ο δήμαρχος είπε ότι η γέφυρα θα μείνει κλειστή. ΟΔΟΣ ΣΟΛΩΝΟΣ',
  'Мост в гавани закрыли во вторник после столкновения с судном.',
  '港の橋は火曜日、船が衝突したため閉鎖された。',
  'สะพานท่าเรือถูกปิดในวันอังคาร',
  'Most Ada\u{10400}\u{1d400}Berg \u{1f6a2} 2-1 e-mail me@example.org',
]

describe('languages and scores are those of the package', () => {
  const texts = [
    ...SENTENCES,
    ...SENTENCES.flatMap((text) => [text.slice(0, 5), text.slice(0, 20), text.repeat(30), text.replaceAll(' ', '')]),
    ...SENTENCES.map((text, at) => `${text}\n${SENTENCES[(at + 3) % SENTENCES.length]}`),
    ...['', ' ', 'a', 'ab', 'abc', 'abcd', 'abcde', "'", "''a' 'b'", '12 34'],
  ]
  test.for(texts)('%s', (text) => {
    const expected = eld.detect(text)
    const found = readNgrams(text)
    expect(found.language).toBe(expected.language)
    expect(found.isReliable).toBe(expected.language !== '' && expected.isReliable())
    const scores = expected.getScores()
    for (const code of ['en', 'fr', 'tr', 'el', 'ru', 'ja', 'th', 'zh'])
      expect(found.scoreOf(code)).toBe(scores[code] ?? 0)
  })
})
