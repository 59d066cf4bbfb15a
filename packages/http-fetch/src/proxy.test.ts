import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { fetchDocument } from './fetch-document.ts'
import { makeCertificate } from './testing/make-certificate.ts'
import { fetcherWith, html, PAGE } from './testing/serve.ts'
import { startSite } from './testing/start-site.ts'

afterEach(() => vi.unstubAllEnvs())

/** A forward proxy that leads every request and every CONNECT to one place and remembers what was asked for. */
async function startProxy(port: number) {
  const asked: string[] = []
  const proxy = createServer(({ url = '', headers }, response) => {
    asked.push(url)
    const { pathname: path } = new URL(url)
    request({ port, host: '127.0.0.1', path, headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(response)
    }).end()
  })
  proxy.on('connect', ({ url = '' }, client: Socket) => {
    asked.push(url)
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.pipe(client).pipe(target)
    })
    for (const socket of [client, target]) socket.on('error', () => {})
    onTestFinished(() => void target.destroy())
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  onTestFinished(() => void proxy.close())
  return { asked, url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` }
}

describe('a proxy', () => {
  test('that an operator has set is used, though it stands inside', async () => {
    const site = await startSite(html(PAGE))
    const proxy = await startProxy(site.port)
    const fetcher = fetcherWith({ proxyUrl: proxy.url })
    const result = await fetchDocument(fetcher, { url: 'http://proxied.news.com/a', purpose: 'article' })
    expect(result).toMatchObject({ kind: 'document', body: Buffer.from(PAGE), serverAddress: null })
    expect(proxy.asked).toEqual(['http://proxied.news.com/robots.txt', 'http://proxied.news.com/a'])
  })

  test('carries TLS through', async () => {
    const certificate = await makeCertificate(['tls.news.com'])
    const site = await startSite(html(PAGE), certificate)
    const proxy = await startProxy(site.port)
    const fetcher = fetcherWith({ proxyUrl: proxy.url, certificateAuthorities: [certificate.cert] })
    expect(await fetchDocument(fetcher, { url: 'https://tls.news.com/a', purpose: 'article' })).toMatchObject({
      kind: 'document',
    })
    expect(new Set(proxy.asked)).toEqual(new Set(['tls.news.com:443']))
  })

  test('is not asked for what is private by its name', async () => {
    const proxy = await startProxy(1)
    const fetcher = fetcherWith({ proxyUrl: proxy.url })
    const result = await fetchDocument(fetcher, { url: 'http://169.254.169.254/latest/', purpose: 'article' })
    expect(result).toMatchObject({ kind: 'failed', reason: 'address-not-public' })
    expect(proxy.asked).toEqual([])
  })

  test('that is away is told from a site that is away', async () => {
    const fetcher = fetcherWith({ proxyUrl: 'http://127.0.0.1:1' })
    const result = await fetchDocument(fetcher, { url: 'http://behind.news.com/a', purpose: 'article' })
    expect(result).toMatchObject({ kind: 'failed', reason: 'proxy-failed', retryable: true })
  })

  test('of the environment is not used', async () => {
    const site = await startSite(html(PAGE))
    const proxy = await startProxy(site.port)
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'ALL_PROXY']) vi.stubEnv(name, proxy.url)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    const fetcher = fetcherWith({ hostOverrides: [`direct.example=127.0.0.1:${site.port}`] })
    expect(await fetchDocument(fetcher, { url: 'http://direct.example/a', purpose: 'article' })).toMatchObject({
      kind: 'document',
    })
    expect(proxy.asked).toEqual([])
  })
})

test('a host with a dead IPv6 address is reached by IPv4', async () => {
  const site = await startSite(html(PAGE))
  const host = `dual.news.com:${site.port}`
  const fetcher = fetcherWith({ privateHostsAllowed: [host], resolve: async () => ['::1', '127.0.0.1'] })
  expect(await fetchDocument(fetcher, { url: `http://${host}/a`, purpose: 'article' })).toMatchObject({
    kind: 'document',
    serverAddress: '127.0.0.1',
  })
})
