import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

/** Runs a copy of the command in a checkout that has nothing beside it. */
function quality(...args: string[]): { status: number | null; said: string } {
  const root = mkdtempSync(join(tmpdir(), 'dateline-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const folder = join(root, 'checkout/test/quality')
  mkdirSync(folder, { recursive: true })
  for (const name of ['run.ts', 'scorers.ts', 'measures.ts', 'render-table.ts'])
    cpSync(join(import.meta.dirname, name), join(folder, name))
  writeFileSync(join(root, 'checkout/package.json'), '{"type":"module"}')
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'run.ts'), ...args], {
    encoding: 'utf8',
  })
  return { status, said: stdout + stderr }
}

test('says where it looked when there is nothing to measure with', () => {
  const { status, said } = quality()
  expect(said).toMatch(/looked for in .*shared, which is not there/)
  expect(status).toBe(0)
})

test('names what it does not know', () => {
  const { status, said } = quality('feed')
  expect(said).toContain('Unknown: feed')
  expect(status).toBe(2)
})

test.for(['0', '2.5', 'many'])('refuses %s trainings', (trainings) => {
  const { status, said } = quality('unseen', '--trainings', trainings)
  expect(said).toContain(`--trainings must be a whole number from 1 to 20, not "${trainings}"`)
  expect(status).toBe(2)
})
