import { expect, test } from 'vitest'
import { hasPhrase } from './phrases.ts'

test.for([
  ['related', 'Читайте также: море'],
  ['related', '更多新闻'],
  ['prompt', 'Подпишитесь на рассылку'],
  ['prompt', 'Đăng ký nhận tin'],
  ['control', 'Реклама'],
  ['control', '広告を消す'],
  ['control', 'Tags: ferries'],
  ['bio', 'Ana Lirio é jornalista.'],
  ['date', 'март 12, 2024'],
] as const)('%s: %s', ([kind, line]) => expect(hasPhrase(kind, line)).toBe(true))

test.for([
  ['related', 'Watchmen of the sea'],
  ['control', 'Advanced ships sail first'],
  ['control', 'Homes behind the wall'],
  ['prompt', 'Aboard the ferry'],
] as const)('not %s: %s', ([kind, line]) => expect(hasPhrase(kind, line)).toBe(false))

test('no line costs much', () => {
  for (const line of ['is a '.repeat(200), 'аб '.repeat(300), '1 a'.repeat(200), 'более'.repeat(200)])
    for (const kind of ['prompt', 'bio', 'date'] as const) expect(hasPhrase(kind, line)).toBe(false)
})
