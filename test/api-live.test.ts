import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildServer } from '@dateline/api'
import type { StoryEvent } from '@dateline/domain'
import { parseFeed } from '@dateline/feed-formats'
import { openLogger, openPlatform, type Platform, type Running, readConfig } from '@dateline/platform'
import { projector } from '@dateline/projector'
import { waitForPosition } from '@dateline/read-models'
import { testDatabase } from '@dateline/testing'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const { url: DATABASE_URL } = await testDatabase()
let platform: Platform
let server: FastifyInstance
let running: Running
let base: string

beforeAll(async () => {
  const config = readConfig({ DATABASE_URL, LOG_LEVEL: 'silent' })
  platform = await openPlatform('test', config, openLogger('test', config))
  server = await buildServer(platform)
  base = await server.listen({ host: '127.0.0.1', port: 0 })
  running = await projector.start(platform)
})

afterAll(async () => {
  await server.close()
  await running.stop()
  await platform.close()
})

async function submit(path: string): Promise<{ articleId: string; position: number }> {
  const response = await fetch(`${base}/v1/articles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'wait=10' },
    body: JSON.stringify({ url: `https://a.example/${path}` }),
  })
  return (await response.json()) as { articleId: string; position: number }
}

function story(storyId: string): StoryEvent[] {
  const base = { storyId, articleId: 'article-1', grouper: 'test/1' }
  return [
    { type: 'StoryOpened', data: { ...base, label: 'A label' } },
    { type: 'ArticleJoinedStory', data: { ...base, nearestArticleId: null, score: 1, evidence: 'founder' } },
  ]
}

/** Reads messages until there are so many, then leaves. */
async function listen(query: string, count: number, headers: Record<string, string> = {}) {
  const leaving = new AbortController()
  const response = await fetch(`${base}/v1/changes${query}`, { headers, signal: leaving.signal })
  const messages: { id: number; event: string; data: { stream: string } }[] = []
  const reading = (async () => {
    let text = ''
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk
      const blocks = text.split('\n\n')
      text = blocks.pop()!
      for (const block of blocks) {
        const [, id, event, data] = /^id: (\d+)\nevent: (\w+)\ndata: (.*)$/.exec(block) ?? []
        if (id !== undefined) messages.push({ id: Number(id), event: event!, data: JSON.parse(data!) })
      }
      if (messages.length >= count) break
    }
    leaving.abort()
    return messages
  })()
  return { response, reading }
}

describe('live changes', () => {
  test('tell of each event once, when the views have it', async () => {
    const { response, reading } = await listen('', 2)
    expect(response.headers.get('content-type')).toMatch('text/event-stream')
    const first = await submit('live-1')
    const second = await submit('live-2')
    const messages = await reading
    expect(messages.map(({ id }) => id)).toEqual([first.position, second.position])
    expect(messages[0]).toMatchObject({ event: 'ArticleDiscovered', data: { stream: first.articleId } })
  })

  test('go on after the last event that a reader has seen', async () => {
    const { position } = await submit('again-1')
    const next = await submit('again-2')
    const { reading } = await listen('?after=0', 1, { 'last-event-id': String(position) })
    expect((await reading)[0]!.id).toBe(next.position)
    const fresh = await listen(`?after=${position}`, 1, { 'last-event-id': '' })
    expect((await fresh.reading)[0]!.id).toBe(next.position)
  })

  test('tell only of the types that were asked for', async () => {
    const { reading } = await listen('?types=StoryOpened', 1)
    await submit('filtered')
    await platform.log.append('story-live', 'new', story('story-live'), { cause: 'test' })
    expect((await reading).map(({ event: type }) => type)).toEqual(['StoryOpened'])
  })

  test('read the log once for all, however many listen, and from however far behind', async () => {
    const { position } = await submit('many-0')
    const readers = await Promise.all(
      [...Array(20).keys()].map((at) => listen(`?after=${at % 2 === 0 ? 0 : position}`, 3)),
    )
    const after = [await submit('many-1'), await submit('many-2'), await submit('many-3')].map((one) => one.position)
    for (const [at, { reading }] of readers.entries()) {
      const ids = (await reading).slice(0, 3).map(({ id }) => id)
      expect(ids).toEqual(at % 2 === 0 ? [1, 2, 3] : after)
    }
  })

  test('refuse a name that could be no event', async () => {
    expect((await fetch(`${base}/v1/changes?types=a%20b`)).status).toBe(400)
  })

  test('are not asked for by HEAD, which would never end', async () => {
    expect((await fetch(`${base}/v1/changes`, { method: 'HEAD' })).status).toBe(404)
  })

  test('keep no place for a reader that left before its first message', async () => {
    const other = await buildServer(platform, { readersMax: 3 })
    const left: Promise<unknown>[] = []
    other.server.on('request', (_, response) => left.push(once(response, 'close')))
    const { port } = new URL(await other.listen({ host: '127.0.0.1', port: 0 }))
    // Held, so that it has left before it is known where it is to begin.
    const client = await platform.database.pool.connect()
    await client.query('begin; lock table log.head')
    const sockets = [1, 2, 3].map(() => connect(Number(port), '127.0.0.1'))
    for (const socket of sockets) socket.write('GET /v1/changes HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await expect.poll(() => left.length).toBe(3)
    for (const socket of sockets) socket.destroy()
    await Promise.all(left)
    await client.query('rollback')
    client.release()
    const statuses = async () => {
      const leaving = new AbortController()
      const { status } = await fetch(`http://127.0.0.1:${port}/v1/changes`, { signal: leaving.signal })
      leaving.abort()
      return status
    }
    await expect.poll(statuses).toBe(200)
    await other.close()
  })

  test('end with the server, within its time', async () => {
    const other = await buildServer(platform)
    const url = await other.listen({ host: '127.0.0.1', port: 0 })
    const response = await fetch(`${url}/v1/changes`)
    const ended = (async () => {
      for await (const _ of response.body!) await sleep(0)
    })().catch(() => {})
    await other.close()
    await ended
  })
})

test('a body that comes byte by byte is cut off in its time', async () => {
  const other = await buildServer(platform, { bodyMsMax: 300 })
  const { port } = new URL(await other.listen({ host: '127.0.0.1', port: 0 }))
  const head =
    'POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 90000\r\n\r\n'
  const socket = connect(Number(port), '127.0.0.1', () => socket.write(head))
  const dripping = setInterval(() => socket.write(' '), 50)
  socket.on('error', () => {}).resume()
  await once(socket, 'close')
  clearInterval(dripping)
  await other.close()
})

describe('feeds', () => {
  test.for(['atom', 'rss', 'json'])('articles as %s are read by our own parser', async (format) => {
    await submit(`feed-${format}?a=1&b=2`)
    const response = await fetch(`${base}/v1/feeds/articles.${format}?status=discovered&limit=200`)
    expect(response.status).toBe(200)
    const body = new Uint8Array(await response.arrayBuffer())
    const feed = parseFeed({ body, contentType: response.headers.get('content-type'), url: response.url })
    expect(JSON.stringify(feed)).toContain(`https://a.example/feed-${format}?a=1&b=2`)
  })

  test('answer 304 while nothing is new, and anew when something is', async () => {
    const url = `${base}/v1/feeds/articles.atom?status=discovered`
    const etag = (await fetch(url)).headers.get('etag')!
    for (const held of [etag, `W/${etag}`, `"other", ${etag}`])
      expect((await fetch(url, { headers: { 'if-none-match': held } })).status).toBe(304)
    await submit('fresh')
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  test('lists answer 304 as well, and anew when something is', async () => {
    const url = `${base}/v1/articles?status=discovered`
    const etag = (await fetch(url)).headers.get('etag')!
    expect(etag).toMatch(/^".{22}"$/)
    const again = await fetch(url, { headers: { 'if-none-match': etag } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    await submit('fresher')
    expect((await fetch(url, { headers: { 'if-none-match': etag } })).status).toBe(200)
  })

  test('of stories link to the story', async () => {
    const { lastPosition } = await platform.log.append('story-feed', 'new', story('story-feed'), { cause: 'feed' })
    expect(await waitForPosition(platform.database, lastPosition, 10_000)).toBe(true)
    const feed = (await (await fetch(`${base}/v1/feeds/stories.json`)).json()) as { items: { url: string }[] }
    expect(feed.items.map(({ url }) => url)).toContain(`${base}/stories/story-feed`)
  })

  test('in another format are refused', async () => {
    expect((await fetch(`${base}/v1/feeds/stories.csv`)).status).toBe(400)
  })
})
