import { expect, test } from 'vitest'
import { footByline } from './foot-byline.ts'

test.for<[string, string[]]>([
  ['【山田太郎】', ['山田太郎']],
  ['組合長は再開を歓迎した。【山田太郎、佐藤花子】', ['山田太郎', '佐藤花子']],
  ['（記者 林怡君）', ['林怡君']],
  ['（本報記者林怡君、陳志明／高雄報導）', ['林怡君', '陳志明']],
  ['码头周四重新开放。（记者：王小明）', ['王小明']],
  ['홍길동 기자 hong@post.example', ['홍길동']],
  ['홍길동·김민수 기자', ['홍길동', '김민수']],
  ['홍길동 특파원', ['홍길동']],
])('"%s" signs', ([line, names]) => expect(footByline(line)?.authors.map(({ name }) => name)).toEqual(names))

test.for([
  '責任編輯：陳志明',
  '（編輯：陳志明）',
  '（記者協會）',
  '（記者會）',
  '【写真特集】',
  '사진 기자',
  '전직 기자',
  'hong@post.example',
  '시장은 기자들에게 설명했다. 홍길동 기자는 질문했다.',
])('"%s" does not', (line) => expect(footByline(line)).toBeNull())
