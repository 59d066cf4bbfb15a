import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { decodeBytes } from '@dateline/extraction'
import { startNewsroom, truthAt } from '@dateline/sample-newsroom'

/** `text`: what a person says is the article. */
export type BenchPage = { url: string; html: string; text: string }

const SETS = join(import.meta.dirname, '../../../../shared/data/pages')

/** Names of the sets of real pages beside the checkout whose bodies are known. */
export const realSets = (): string[] =>
  ['scrapinghub', 'fundus-eval', 'fundus', 'wcxb-article'].filter((set) =>
    existsSync(join(SETS, set, 'pages.jsonl.gz')),
  )

export function realPages(set: string): BenchPage[] {
  const lines = gunzipSync(readFileSync(join(SETS, set, 'pages.jsonl.gz')))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.flatMap((line) => {
    const page = JSON.parse(line) as { url: string | null; html: string; truth: { text?: string } }
    const file = [page.html, join('html', page.html)].map((path) => join(SETS, path)).find((path) => existsSync(path))
    if (!page.truth.text || file === undefined) return []
    const html = decodeBytes({ body: gunzipSync(readFileSync(file)), contentType: null }).text
    return [{ url: page.url ?? 'https://unknown.example/article', html, text: page.truth.text }]
  })
}

/** Without real pages: the sample newsroom's, on its last day. They are easy, and say more of speed than of quality. */
export async function newsroomPages(): Promise<BenchPage[]> {
  const newsroom = await startNewsroom()
  try {
    const pages: BenchPage[] = []
    for (const page of truthAt().pages) {
      if (page.expected !== 'article') continue
      const { body, contentType } = await fetchFrom(newsroom.hostOverrides[new URL(page.url).host]!, page.url)
      pages.push({ url: page.url, html: decodeBytes({ body, contentType }).text, text: page.paragraphs.join('\n') })
    }
    return pages
  } finally {
    await newsroom.stop()
  }
}

function fetchFrom(address: string, url: string): Promise<{ body: Buffer; contentType: string | null }> {
  const { host, pathname, search } = new URL(url)
  const [hostname, port] = address.split(':')
  return new Promise((resolve, reject) => {
    request({ hostname, port, path: pathname + search, headers: { host } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({ body: Buffer.concat(chunks), contentType: response.headers['content-type'] ?? null }),
      )
    })
      .on('error', reject)
      .end()
  })
}
