import { type Browser, chromium } from 'playwright-core'

export type BrowserOptions = {
  executablePath: string
  /** Chromium's own sandbox. Not possible as root. */
  isSandboxed: boolean
}

/**
 * Chromium without a network: its proxy is a port on which nobody listens, loopback included, no name resolves, and what goes
 * past proxies is off. Whatever a page asks for is answered by us or not at all.
 */
export function openBrowser({ executablePath, isSandboxed }: BrowserOptions): Promise<Browser> {
  return chromium.launch({
    executablePath,
    chromiumSandbox: isSandboxed,
    // Port 9 is "discard".
    proxy: { server: 'http://127.0.0.1:9', bypass: '<-loopback>' },
    args: [
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--dns-prefetch-disable',
      '--no-first-run',
      '--disable-gpu',
      '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
      '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
    ],
  })
}
