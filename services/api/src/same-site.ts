import { isIP } from 'node:net'
import { DatelineError } from '@dateline/domain'
import type { Platform } from '@dateline/platform'
import type { FastifyInstance } from 'fastify'

/** The request comes from a web page of somebody else, or under a name that is not ours. */
class ForbiddenError extends DatelineError {
  readonly code = 'FORBIDDEN'
  readonly retryable = false
}

/**
 * Keeps other people's web pages from using a reader's browser against this API: a page elsewhere may not write (its Origin
 * is another), and a foreign name that was pointed at this address (DNS rebinding) reads nothing.
 */
export function refuseOtherSites(server: FastifyInstance, { config }: Platform): void {
  const publicName = config.PUBLIC_URL === undefined ? [] : [new URL(config.PUBLIC_URL).hostname]
  const names = new Set([...config.API_HOSTS, config.API_HOST.toLowerCase(), ...publicName])
  server.addHook('onRequest', async ({ method, headers: { host = '', origin } }) => {
    const name = host
      .replace(/:\d+$/, '')
      .replace(/^\[|\]$/g, '')
      .toLowerCase()
    if (isIP(name) === 0 && !names.has(name)) {
      throw new ForbiddenError(`This API is not known as "${name.slice(0, 100)}": add the name to API_HOSTS.`)
    }
    if (method !== 'GET' && method !== 'HEAD' && origin !== undefined && URL.parse(origin)?.host !== host) {
      throw new ForbiddenError('Requests from pages of other sites are refused.')
    }
  })
}
