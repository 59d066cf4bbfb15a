import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { prepareAppend } from './append-request.ts'
import { createAppender } from './appender.ts'
import { domainShapes } from './event-shapes.ts'
import { discovered } from './sample-events.ts'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => {} }))

test('a server that stays away is tried as often for a group as for one append', async () => {
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.on('error', () => {}).destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const pool = new pg.Pool({ connectionString: `postgresql://nobody@127.0.0.1:${port}/none` })
  const appender = createAppender(pool, () => {})
  const append = (index: number) => {
    const events = [discovered(`page-${index}`)]
    return appender.append(prepareAppend(domainShapes, `article-${index}`, 'new', events, { cause: 'away' }))
  }

  await expect(append(0)).rejects.toThrow()
  const forOne = connections
  connections = 0
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => append(index)))
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
  expect(connections).toBe(forOne)

  await appender.close()
  await pool.end()
  server.close()
})
