import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownTextsModel } from './own-texts-model.ts'

const MODEL = join(import.meta.dirname, '../model')
const id = JSON.parse(readFileSync(join(MODEL, 'topics.id.json'), 'utf8')) as { sha256: string; ownTexts: string }

test('the file that ships is the one that verdicts name', () => {
  expect(
    createHash('sha256')
      .update(readFileSync(join(MODEL, 'topics.json')))
      .digest('hex'),
  ).toBe(id.sha256)
})

test('texts are read and models trained as when it was trained; if that changed on purpose: npm run train', () => {
  expect(ownTextsModel()).toBe(id.ownTexts)
})
