import { expect, test } from 'vitest'
import { signedFoot } from './signed-foot.ts'

test.for<[string, string[]]>([
  ['【山田太郎】', ['山田太郎']],
  ['住民は完成を祝った。【佐々木健、田中はるか】', ['佐々木健', '田中はるか']],
  ['住民は完成を祝った。【山田 太郎】', ['山田太郎']],
  ['【関連記事】', []],
  ['【山口県警】', []],
  ['【千葉支局】', []],
  ['【松本城】', []],
  ['【写真特集】', []],
  ['住民は完成を祝った。【共同】', []],
  ['【山田太郎】が優勝した。', []],
  ['映画「海」【中島公園】', []],
  ['【石川・能登】', []],
])('%s is signed by %j', ([last, names]) => expect(signedFoot(last)).toEqual(names))
