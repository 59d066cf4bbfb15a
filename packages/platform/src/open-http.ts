import type { Database } from '@dateline/database'
import { type Fetcher, openFetcher, USAGE_REFUSALS } from '@dateline/http-fetch'
import type { Config } from './config.ts'

/** The door to the network, as the settings want it: the same for whoever fetches. Close it to end its connections. */
export function openHttp(config: Readonly<Config>, database: Database): Fetcher {
  const { FETCH_USER_AGENT: agent, FETCH_CONTACT: contact, FETCH_PROXY_URL: proxyUrl } = config
  return openFetcher({
    database,
    userAgent: contact === '' ? agent : `${agent} (+${contact})`,
    hostGapMs: config.FETCH_GAP_MS,
    ...(config.FETCH_OVERRIDE_GAP_MS === undefined ? {} : { overrideGapMs: config.FETCH_OVERRIDE_GAP_MS }),
    hostInFlightMax: config.FETCH_HOST_IN_FLIGHT_MAX,
    limits: {
      totalTimeoutMs: config.FETCH_TIMEOUT_MS,
      bodyBytesMax: config.FETCH_BODY_BYTES_MAX,
      redirectsMax: config.FETCH_REDIRECTS_MAX,
    },
    hostOverrides: config.FETCH_HOST_OVERRIDES,
    privateHostsAllowed: config.FETCH_PRIVATE_HOSTS,
    portsAllowed: config.FETCH_PORTS.split(',').map(Number),
    usageHonoured: USAGE_REFUSALS.filter((use) => config.FETCH_USAGE_HONOURED.split(',').includes(use)),
    ...(proxyUrl === undefined ? {} : { proxyUrl }),
  })
}
