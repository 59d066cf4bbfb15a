import { classifier } from '@dateline/classifier'
import { extractor } from '@dateline/extractor'
import { fetcher } from '@dateline/fetcher'
import { openLogger, openPlatform, type Platform, type Running, readConfig, type Service } from '@dateline/platform'
import { projector } from '@dateline/projector'
import { reactor } from '@dateline/reactor'
import { agencies, type Newsroom } from '@dateline/sample-newsroom'
import { scheduler } from '@dateline/scheduler'

export const WORKERS: readonly Service[] = [projector, reactor, classifier, extractor, fetcher, scheduler]

export type Circle = { readonly platform: Platform; stop(): Promise<void> }

export function settingsOf(newsroom: Newsroom): Record<string, string> {
  return {
    FETCH_HOST_OVERRIDES: Object.entries(newsroom.hostOverrides)
      .map(([host, address]) => `${host}=${address}`)
      .join(','),
    AGENCIES_EXTRA: agencies.map(({ id, name }) => `${id}=${name}`).join(','),
    FETCH_GAP_MS: '0',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
  }
}

/** All workers in this process, as in embedded mode, on a test database and on the given queue server. */
export async function startCircle(settings: Record<string, string>): Promise<Circle> {
  // A busy machine must not make a page look like a bomb.
  const config = readConfig({ EXTRACT_TIMEOUT_MS: '120000', ...settings })
  const platform = await openPlatform('test', config, openLogger('test', config))
  const running: Running[] = []
  for (const worker of WORKERS) running.push(await worker.start(platform))
  return {
    platform,
    async stop() {
      for (const worker of running.toReversed()) await worker.stop()
      await platform.close()
    },
  }
}
