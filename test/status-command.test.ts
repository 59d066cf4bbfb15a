import { openLog } from '@dateline/event-store'
import { catchUp } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildProgram } from '../services/cli/src/program.ts'

const { database, url } = await testDatabase()
vi.stubEnv('DATABASE_URL', url)
afterAll(() => vi.unstubAllEnvs())

async function dateline(...words: string[]): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  try {
    await buildProgram().parseAsync(words, { from: 'user' })
    return lines.join('\n')
  } finally {
    log.mockRestore()
  }
}

let failing = ''
beforeAll(async () => {
  await dateline('source', 'add', 'https://well.example/feed.xml', '--name', 'Well')
  const added = await dateline('source', 'add', 'https://ill.example/feed.xml', '--name', '\u001b[2JIll \u202egpj')
  failing = added.split(' ').at(-1)!
  const log = await openLog(database)
  const failingAt = '2026-11-20T10:00:00Z'
  const data = { reason: 'tls-wrong-host', detail: 'it is for other.example', failingSince: failingAt, failingAt }
  await log.append(`source-${failing}`, 'any', [{ type: 'SourceFailing', data }], { cause: 'test:failing' })
  await log.close()
  await catchUp(database)
})

test('status says how sources do, and where to look', async () => {
  expect(await dateline('status')).toMatch(
    /^Sources: 1 (healthy|failing), 1 (healthy|failing) \(see `dateline source list --health failing`\)$/m,
  )
})

test('the list can be of those that fail alone, with since when and why', async () => {
  const list = await dateline('source', 'list', '--health', 'failing')
  expect(list).toContain('2026-11-20 10:00')
  expect(list).toContain('tls-wrong-host')
  expect(list).not.toContain('Well')
})

test('one source says what to do', async () => {
  const shown = await dateline('source', 'show', failing)
  expect(shown).toContain('tls-wrong-host: it is for other.example')
  expect(shown).toMatch(/what to do +It has probably moved/)
})

test('nothing that others have said steers the terminal', async () => {
  const said = (await dateline('source', 'list')) + (await dateline('source', 'show', failing))
  for (const control of ['\u001b', '\u202e']) expect(said).not.toContain(control)
  expect(said).toContain('\\u001b[2JIll \\u202egpj')
})
