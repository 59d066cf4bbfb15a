import { buildServer } from '@dateline/api'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { type Circle, startCircle } from '../pipeline/circle.ts'
import { PATIENT } from './press.ts'

/** Runs every service and the API on one database, from before a file's tests until they are over. */
export function serveCircle(url: string) {
  let circle: Circle
  let server: FastifyInstance
  const start = async () => {
    circle = await startCircle({ DATABASE_URL: url, ...PATIENT })
    server = await buildServer(circle.platform)
  }
  const stop = async () => {
    await server.close()
    await circle.stop()
  }
  beforeAll(start)
  afterAll(stop)
  return {
    get platform() {
      return circle.platform
    },
    get server() {
      return server
    },
    /** @returns the body of the answer. */
    get: async (path: string) => (await server.inject(path)).json(),
    /** Waits for the views to show what it did. */
    post: (path: string, body: object) =>
      server.inject({
        method: 'POST',
        url: path,
        payload: JSON.stringify(body),
        headers: { 'content-type': 'application/json', prefer: 'wait=10' },
      }),
    /** What only memory held is gone. */
    async restart() {
      await stop()
      await start()
    },
  }
}
