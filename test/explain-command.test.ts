import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { article, articleIdOfUrl, normalUrl } from '@dateline/domain'
import { handle } from '@dateline/event-store'
import { openTool } from '@dateline/platform'
import { testDatabase } from '@dateline/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildProgram } from '../services/cli/src/program.ts'

const { url: databaseUrl } = await testDatabase()
const page = readFileSync(join(import.meta.dirname, '../packages/extraction/golden/harbour-post/page.html'))
const TITLE = 'Council votes to reopen the tide mill after forty years'
const folder = mkdtempSync(join(tmpdir(), 'dateline-explain-'))
const asked: string[] = []
let server: Server
let host: string
let address: string

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const isPage = request.url === '/mill'
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
    response.end(isPage ? page : 'not here')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  host = `127.0.0.1:${port}`
  address = `http://${host}/mill`
  vi.stubEnv('DATABASE_URL', databaseUrl)
  vi.stubEnv('FETCH_PORTS', String(port))
  vi.stubEnv('FETCH_GAP_MS', '0')
})
beforeEach(() => {
  asked.length = 0
  vi.stubEnv('FETCH_PRIVATE_HOSTS', host)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
  await new Promise((resolve) => server.close(resolve))
})

/** Runs the command in this process. @returns what it prints. */
async function explain(...options: string[]): Promise<string> {
  const lines: string[] = []
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
  try {
    await buildProgram().parseAsync(['explain', ...options], { from: 'user' })
    return lines.join('\n')
  } finally {
    log.mockRestore()
  }
}

describe('of a URL that was never captured', () => {
  test('fetches it, and says of fields, blocks and rules why', async () => {
    const out = await explain(address)
    expect(asked).toEqual(['/robots.txt', '/mill'])
    expect(out).toContain(`${address}, fetched now\nan article\n`)
    expect(out).toMatch(new RegExp(`^title: ${TITLE}\n {4}explicit, confidence 0\\.\\d\\d: `, 'm'))
    expect(out).toContain(`= JSON-LD NewsArticle headline: ${TITLE}`)
    expect(out).toMatch(/^section: Local$/m)
    expect(out).toMatch(/^contributors: not known: no contributor is named$/m)
    expect(out).toMatch(/^0\.\d\d +link-amid-text +Bakers’ letter calls for local flour.*\[.*aside\.related/m)
    expect(out).toMatch(/^prompt +1 +\d+$/m)
  })

  test('tells a program the same', async () => {
    const { from, verdict, fields, blocks, rules } = JSON.parse(await explain(address, '--json'))
    expect({ from, verdict }).toEqual({ from: `${address}, fetched now`, verdict: { kind: 'article' } })
    for (const { name, value, because, candidates } of fields) {
      expect(because, name).not.toBe('')
      if (name === 'title')
        expect({ value, agree: candidates.some((each: { agrees: boolean }) => each.agrees) }).toEqual({
          value: TITLE,
          agree: true,
        })
    }
    const dropped = blocks.filter((block: { droppedBy: string | null }) => block.droppedBy !== null)
    expect(rules.reduce((sum: number, rule: { blocks: number }) => sum + rule.blocks, 0)).toBe(dropped.length)
  })

  test('paints it without anything that could run or load', async () => {
    const file = join(folder, 'painted.html')
    expect(await explain(address, '--html', file)).toBe(`${address}, fetched now painted into ${file}`)
    const painted = readFileSync(file, 'utf8')
    expect(painted).toContain('nearly lost to a fire that began on a moored ferry')
    expect(painted).toContain('Sign up to our morning newsletter')
    expect(painted).toContain('default-src &#39;none&#39;')
    expect(painted).not.toMatch(/<script|<img|\son\w+=|\ssrc=/i)
  })

  test.for(['127.0.0.1', 'localhost'])(
    'is stopped by the guard of addresses, and told how to mean it: %s',
    async (name) => {
      vi.stubEnv('FETCH_PRIVATE_HOSTS', '')
      const refused = new RegExp(`could not be fetched: (?:address|host)-not-public.*FETCH_PRIVATE_HOSTS=${name}:\\d+,`)
      await expect(explain(address.replace('127.0.0.1', name))).rejects.toThrow(refused)
      expect(asked).toEqual([])
    },
  )

  test('is told where there is nothing', async () => {
    await expect(explain(`http://${host}/gone`)).rejects.toThrow(/could not be fetched: /)
  })
})

describe('of an article', () => {
  const url = 'https://harbourpost.example/mill'
  const id = articleIdOfUrl(url)

  beforeAll(async () => {
    const tool = await openTool(folder)
    try {
      const contentType = 'text/html; charset=utf-8'
      const rawSha256 = await tool.archive.put(page, { mediaType: contentType })
      const at = '2026-03-14T12:00:00.000Z'
      const listed = { sourceId: null, via: 'submission' as const, listedTitle: null, listedPublishedAt: null }
      const discovered = { ...listed, url, normalUrl: normalUrl(url), discoveredAt: at }
      const fetched = { rawSha256, finalUrl: url, bytes: page.length, httpStatus: 200, contentType, fetchedAt: at }
      await handle(tool.log, article, id, { type: 'DiscoverArticle', data: discovered }, { cause: 'test/discover' })
      await handle(tool.log, article, id, { type: 'RecordFetch', data: fetched }, { cause: 'test/fetch' })
    } finally {
      await tool.close()
    }
  })

  test.for([
    ['its id', id],
    ['its URL', url],
  ])('reads the last capture, by %s', async ([, target]) => {
    const out = await explain(target!)
    expect(out).toContain(`${id}, captured 2026-03-14T12:00:00.000Z from ${url}\nan article\n`)
    expect(out).toContain(`title: ${TITLE}`)
  })

  test.for([
    ['an article that is not there', 'article-00000000000000000000000000000000', 'There is no capture of article-0'],
    ['no page at all', 'nonsense', '"nonsense" is no file here, no http or https URL and no id of an article.'],
  ])('refuses %s', async ([, target, message]) => {
    await expect(explain(target!)).rejects.toThrow(message)
  })
})
