import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { renderEnvExample } from './render-env-example.ts'

const DATABASE_URL = 'postgresql://dateline:secret@localhost:5432/dateline'

describe('readConfig', () => {
  test('fills in defaults', () => {
    expect(readConfig({ DATABASE_URL })).toMatchObject({ API_PORT: 4000, FETCH_HOST_OVERRIDES: [], REVISIT: true })
  })

  test('treats an empty variable as unset', () => {
    expect(readConfig({ DATABASE_URL, API_PORT: '', REDIS_URL: '' })).toMatchObject({ API_PORT: 4000 })
  })

  test('names every wrong setting at once, and no value', () => {
    const wrong = () => readConfig({ DATABASE_URL: 'mysql://root:hunter2@db', API_PORT: '70000', REVISIT: 'maybe' })
    expect(wrong).toThrow(/DATABASE_URL[\s\S]*API_PORT[\s\S]*REVISIT/)
    expect(wrong).not.toThrow(/hunter2/)
  })

  test.for([
    { name: 'one host', text: 'a.example=127.0.0.1:80', expected: ['a.example=127.0.0.1:80'] },
    {
      name: 'two hosts',
      text: 'a.example=1.2.3.4:80,b.example=1.2.3.4:81',
      expected: ['a.example=1.2.3.4:80', 'b.example=1.2.3.4:81'],
    },
  ])('reads $name from pairs', ({ text, expected }) => {
    expect(readConfig({ DATABASE_URL, FETCH_HOST_OVERRIDES: text }).FETCH_HOST_OVERRIDES).toEqual(expected)
  })

  test('refuses bounds that cross', () => {
    const crossed = { DATABASE_URL, POLL_INTERVAL_MIN_MS: '60000', POLL_INTERVAL_MAX_MS: '2000' }
    expect(() => readConfig(crossed)).toThrow('POLL_INTERVAL_MIN_MS')
  })
})

test('.env.example is what the schema says', () => {
  const written = readFileSync(join(import.meta.dirname, '../../../.env.example'), 'utf8')
  expect(written, 'run `npm run env-example`').toBe(renderEnvExample())
})
