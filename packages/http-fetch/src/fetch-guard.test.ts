import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fetchDocument } from './fetch-document.ts'
import { sendPost } from './send-post.ts'
import { brief, fetcherWith, html, newHost, PAGE, serve } from './testing/serve.ts'
import { type Answers, startSite } from './testing/start-site.ts'

describe('robots.txt', () => {
  const withRobots = (status: number, body: string, headers: Record<string, string> = {}): Answers => {
    return ({ url }, response) =>
      void (url === '/robots.txt' ? response.writeHead(status, headers).end(body) : response.end('page'))
  }
  test.for([
    { name: 'allows', answers: withRobots(200, 'user-agent: *\nallow: /'), expected: { kind: 'document' } },
    {
      name: 'disallows',
      answers: withRobots(200, 'user-agent: *\ndisallow: /'),
      expected: { reason: 'robots-disallowed', retryable: false },
    },
    {
      name: 'disallows us by name',
      answers: withRobots(200, 'user-agent: DatelineBot\ndisallow: /'),
      expected: { reason: 'robots-disallowed' },
    },
    { name: 'is a page of HTML', answers: withRobots(200, '<html>disallow: /</html>'), expected: { kind: 'document' } },
    { name: 'is forbidden', answers: withRobots(403, ''), expected: { kind: 'document' } },
    { name: 'fails', answers: withRobots(500, ''), expected: { reason: 'robots-unreachable', retryable: true } },
    { name: 'is rate-limited', answers: withRobots(429, ''), expected: { reason: 'robots-unreachable' } },
    { name: 'has moved', answers: withRobots(301, '', { Location: '/robots2.txt' }), expected: { kind: 'document' } },
    {
      name: 'goes in circles',
      answers: withRobots(301, '', { Location: '/robots.txt' }),
      expected: { kind: 'document' },
    },
    {
      name: 'leads inside',
      answers: withRobots(301, '', { Location: 'http://127.0.0.1/' }),
      expected: { reason: 'robots-unreachable' },
    },
    {
      name: 'is long: what counts stands first',
      answers: withRobots(200, `user-agent: *\ndisallow: /\n${'#'.repeat(4_000_000)}`),
      expected: { reason: 'robots-disallowed' },
    },
    {
      name: 'is long: what stands last is not read',
      answers: withRobots(200, `user-agent: *\n${'#'.repeat(4_000_000)}\ndisallow: /`),
      expected: { kind: 'document' },
    },
  ])('$name', async ({ answers, expected }) => {
    const { fetch } = await serve(answers)
    expect(await fetch()).toMatchObject(expected)
  })

  test('that does not answer means no for now', async () => {
    const { fetch, seen } = await serve(({ url }, response) => {
      if (url === '/robots.txt') response.writeHead(200).write('user-agent: *\n')
    }, brief)
    expect(await fetch()).toMatchObject({
      kind: 'failed',
      reason: 'robots-unreachable',
      retryable: true,
      retryAfterMs: expect.any(Number),
    })
    expect(seen.map(({ path }) => path)).toEqual(['/robots.txt'])
  })

  test('is asked once for all fetches that begin together, and by later processes not at all', async () => {
    const { fetch, seen, host, port } = await serve(withRobots(200, 'user-agent: *\ndisallow: /b'))
    await Promise.all([fetch(), fetch(), fetch()])
    const other = fetcherWith({ hostOverrides: [`${host}=127.0.0.1:${port}`] })
    await fetchDocument(other, { url: `http://${host}/c`, purpose: 'article' })
    expect(seen.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
  })
})

describe('the address guard', () => {
  test('refuses a name that resolves to a private address', async () => {
    const fetcher = fetcherWith({ resolve: async () => ['10.0.0.1'] })
    expect(await fetchDocument(fetcher, { url: 'https://cdn.news.com/', purpose: 'article' })).toMatchObject({
      kind: 'failed',
      reason: 'address-not-public',
      detail: expect.stringContaining('10.0.0.1'),
    })
  })

  test('refuses one private address among public ones', async () => {
    const fetcher = fetcherWith({ resolve: async () => ['93.184.216.34', '::1'] })
    expect(await fetchDocument(fetcher, { url: 'https://mixed.news.com/', purpose: 'feed' })).toMatchObject({
      reason: 'address-not-public',
    })
  })

  test('gives nothing to a name server that answers differently each time', async () => {
    const trap = createServer()
    const connected: Socket[] = []
    trap.on('connection', (socket) => void connected.push(socket.destroy()))
    trap.listen(0, '127.0.0.1')
    await once(trap, 'listening')
    onTestFinished(() => void trap.close())
    const { port } = trap.address() as { port: number }
    let asked = 0
    const resolve = async () => [asked++ % 2 === 0 ? '192.0.2.1' : '127.0.0.1']
    const fetcher = fetcherWith({ resolve, portsAllowed: [port], ...brief })
    for (let attempt = 0; attempt < 4; attempt++) {
      const url = `http://rebind${attempt}.news.com:${port}/`
      expect(await fetchDocument(fetcher, { url, purpose: 'article' })).toMatchObject({ reason: 'address-not-public' })
    }
    expect(connected).toEqual([])
  })

  test('allows what an operator has named, and nothing beside it', async () => {
    const { port } = await startSite(html(PAGE))
    const fetcher = fetcherWith({ privateHostsAllowed: [`localhost:${port}`], resolve: async () => ['127.0.0.1'] })
    expect(await fetchDocument(fetcher, { url: `http://localhost:${port}/`, purpose: 'article' })).toMatchObject({
      kind: 'document',
    })
    expect(await fetchDocument(fetcher, { url: `http://127.0.0.1:${port}/`, purpose: 'article' })).toMatchObject({
      reason: 'address-not-public',
    })
  })

  test.for([
    ['ENOTFOUND', 'dns-not-found'],
    ['ESERVFAIL', 'dns-failed'],
    ['ETIMEOUT', 'dns-failed'],
  ] as const)('reports %s of the name servers as %s', async ([code, reason]) => {
    const resolve = () => Promise.reject(Object.assign(new Error('query failed'), { code }))
    const fetcher = fetcherWith({ resolve })
    expect(await fetchDocument(fetcher, { url: `https://${code}.news.com/`, purpose: 'article' })).toMatchObject({
      reason,
      retryable: true,
    })
  })
})

describe('sendPost', () => {
  test('sends the body and gives the answer, whatever it is', async () => {
    const received: string[] = []
    const site = await startSite(async (request, response) => {
      received.push(`${request.method} ${request.headers['content-type']} ${await text(request)}`)
      response.writeHead(422).end('no')
    })
    const host = newHost()
    const fetcher = fetcherWith({ hostOverrides: [`${host}=127.0.0.1:${site.port}`] })
    const headers = [['Content-Type', 'application/json']] as const
    const result = await sendPost(fetcher, { url: `http://${host}/hook`, body: '{"a":1}', headers })
    expect(result).toMatchObject({ kind: 'answered', httpStatus: 422, body: Buffer.from('no') })
    expect(received).toEqual(['POST application/json {"a":1}'])
  })

  test('is guarded', async () => {
    const fetcher = fetcherWith({ resolve: async () => ['10.0.0.1'] })
    const post = (url: string) => sendPost(fetcher, { url, body: '', headers: [] })
    expect(await post('http://127.0.0.1:6379/')).toMatchObject({ reason: 'address-not-public' })
    expect(await post('https://hub.news.com/')).toMatchObject({ reason: 'address-not-public' })
  })
})

describe('what publishers reserve', () => {
  const answers = html(PAGE, { 'X-Robots-Tag': 'noarchive', 'TDM-Reservation': '1' })

  test('is recorded', async () => {
    const { fetch } = await serve(answers)
    expect(await fetch()).toMatchObject({
      kind: 'document',
      usage: { noArchive: true, noSnippet: false, tdmReserved: true },
    })
  })

  test.for([
    [['tdm'], 'tdm'],
    [['nosnippet', 'noarchive'], 'noarchive'],
  ] as const)('is honoured where the operator says %j', async ([usageHonoured, detail]) => {
    const { fetch } = await serve(answers, { usageHonoured })
    expect(await fetch()).toMatchObject({
      kind: 'failed',
      reason: 'usage-refused',
      detail,
      httpStatus: 200,
      retryable: false,
    })
    expect(await fetch({ purpose: 'feed' })).toMatchObject({ kind: 'document' })
  })
})
