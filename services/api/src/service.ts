import type { AddressInfo } from 'node:net'
import { DatelineError } from '@dateline/domain'
import type { Platform, Running, Service } from '@dateline/platform'
import { buildServer } from './build-server.ts'

export { buildServer }

/** The port belongs to another program. */
export class PortBusyError extends DatelineError {
  readonly code = 'PORT_BUSY'
  readonly retryable = false
}

/** @throws {PortBusyError} */
export async function startApi(platform: Platform): Promise<Running & { url: string }> {
  const { API_HOST: host, API_PORT: port } = platform.config
  const server = await buildServer(platform)
  try {
    await server.listen({ host, port })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error
    const other = port + 1
    throw new PortBusyError(`Port ${port} is in use by another program: choose another one, such as API_PORT=${other}.`)
  }
  const { port: bound } = server.server.address() as AddressInfo
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, stop: () => server.close() }
}

export const api: Service = { name: 'api', start: startApi }
