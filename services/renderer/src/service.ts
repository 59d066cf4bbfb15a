import { existsSync } from 'node:fs'
import { ConfigError, openHttp, openThreads, type Service, workQueue } from '@dateline/platform'
import { openBrowser } from './open-browser.ts'
import { renderArticle } from './render-article.ts'
import { renderPage } from './render-page.ts'

/** A browser is the hungriest of all: one page at a time; more replicas for more. */
const PAGES_AT_A_TIME = 1
const CLEAN_TIMEOUT_MS = 20_000

export const renderer: Service = {
  name: 'renderer',
  async start(platform) {
    const { config, database, logger } = platform
    const { RENDER_CHROMIUM: executablePath } = config
    if (!existsSync(executablePath)) {
      throw new ConfigError(
        `RENDER_CHROMIUM: there is no browser at ${executablePath}. Install Chromium, or name where it is.`,
      )
    }
    const isSandboxed = config.RENDER_SANDBOX && process.getuid?.() !== 0
    const http = openHttp(config, database)
    let browser = await openBrowser({ executablePath, isSandboxed })
    const browserName = `Chromium/${browser.version()}`
    logger.info({ browserName, isSandboxed }, 'browser opened')
    const limits = {
      totalTimeoutMs: config.RENDER_TIMEOUT_MS,
      requestsMax: config.RENDER_REQUESTS_MAX,
      bytesMax: config.FETCH_BODY_BYTES_MAX,
    }
    const cleaner = openThreads({
      filename: new URL('./clean-page.ts', import.meta.url).href,
      threads: 1,
      timeoutMs: CLEAN_TIMEOUT_MS,
    })
    const render = async (url: string) => {
      // A page may take the whole browser with it.
      if (!browser.isConnected()) browser = await openBrowser({ executablePath, isSandboxed })
      return renderPage({ http, browser, limits }, url)
    }
    const worker = await workQueue(
      platform,
      'render-article',
      PAGES_AT_A_TIME,
      renderArticle({ ...platform, render, browserName, cleaner }),
    )
    return {
      async stop() {
        await worker.stop()
        await browser.close()
        await cleaner.stop()
        await http.close()
      },
    }
  },
}
