import { type ArticleEvent, articleIdOfUrl, BadInputError, type HostKnowledge, normalUrl } from '@dateline/domain'
import { readStream } from '@dateline/event-store'
import { fetchDocument, openFetcher } from '@dateline/http-fetch'
import type { Tool } from '@dateline/platform'
import { namedHostKnowledge } from '@dateline/work-state'

/** A page or scrape to be explained. `from` names it for people. */
export type Page = {
  bytes: Uint8Array
  contentType: string | null
  url: string | null
  capturedAt: string | null
  kind: 'html' | 'text'
  from: string
  /** What was known of its host when it was read; absent: nothing, or it never was. */
  hostKnowledge?: HostKnowledge | null
}

/** The last capture of an article, by id or URL; a URL that was never captured is fetched, as the fetcher would. */
export async function findPage(tool: Tool, target: string, isFetched: boolean): Promise<Page> {
  const isId = target.startsWith('article-')
  const articleId = isId ? target : articleIdOfUrl(normalUrl(target)!)
  const captured = isFetched && !isId ? null : await lastCapture(tool, articleId)
  if (captured !== null) return captured
  if (isId) throw new BadInputError(`There is no capture of ${target}: is the id right, and has it been fetched?`)
  return fetchPage(tool, target)
}

async function lastCapture({ database, archive }: Tool, articleId: string): Promise<Page | null> {
  const events = (await readStream<ArticleEvent>(database, articleId)).filter(({ withdrawn }) => !withdrawn)
  const event = events.findLast(({ type }) => type === 'ArticleFetched' || type === 'DocumentImported')
  const discovered = events.find((each) => each.type === 'ArticleDiscovered')
  if (event?.type !== 'ArticleFetched' && event?.type !== 'DocumentImported') return null
  const bytes = await archive.get(event.data.rawSha256)
  if (bytes === null)
    throw new BadInputError(`The bytes of ${articleId} are no longer kept; name its URL with --fetch.`)
  const reading = events.findLast(({ type }) => type === 'ArticleExtracted' || type === 'ArticleRejected')
  const knowledge = async () => {
    const named = reading !== undefined && 'hostKnowledge' in reading.data ? reading.data.hostKnowledge : undefined
    return named === undefined ? null : namedHostKnowledge(database.db, named)
  }
  if (event.type === 'DocumentImported') {
    const { mediaType: contentType, capturedAt, kind, fileName } = event.data
    const from = `${articleId}, imported${fileName === null ? '' : ` from ${fileName}`}`
    return {
      bytes,
      contentType,
      url: discovered?.data.url ?? null,
      capturedAt,
      kind: kind === 'text' ? 'text' : 'html',
      from,
      hostKnowledge: await knowledge(),
    }
  }
  const { contentType, finalUrl: url, fetchedAt, capturedAt = fetchedAt } = event.data
  const kind = contentType !== null && /^text\/plain\b/i.test(contentType) ? 'text' : 'html'
  const from = `${articleId}, captured ${capturedAt} from ${url}`
  return { bytes, contentType, url, capturedAt, kind, from, hostKnowledge: await knowledge() }
}

async function fetchPage({ database, config }: Tool, url: string): Promise<Page> {
  const { FETCH_USER_AGENT: agent, FETCH_CONTACT: contact, FETCH_PROXY_URL: proxyUrl } = config
  const fetcher = openFetcher({
    database,
    userAgent: contact === '' ? agent : `${agent} (+${contact})`,
    hostGapMs: config.FETCH_GAP_MS,
    limits: { totalTimeoutMs: config.FETCH_TIMEOUT_MS, bodyBytesMax: config.FETCH_BODY_BYTES_MAX },
    hostOverrides: config.FETCH_HOST_OVERRIDES,
    privateHostsAllowed: config.FETCH_PRIVATE_HOSTS,
    portsAllowed: config.FETCH_PORTS.split(',').map(Number),
    ...(proxyUrl === undefined ? {} : { proxyUrl }),
  })
  try {
    const result = await fetchDocument(fetcher, { url, purpose: 'article' })
    if (result.kind === 'document') {
      const { body: bytes, contentType, finalUrl, fetchedAt: capturedAt } = result
      return { bytes, contentType, url: finalUrl, capturedAt, kind: 'html', from: `${finalUrl}, fetched now` }
    }
    const reason =
      result.kind === 'failed'
        ? `${result.reason}: ${result.detail}`
        : result.kind === 'postponed'
          ? 'it is not its host’s turn; try again in a moment'
          : result.kind
    const isPrivate = result.kind === 'failed' && /^(?:address|host)-not-public$/.test(result.reason)
    const help = isPrivate
      ? ` If you mean it: FETCH_PRIVATE_HOSTS=${new URL(url).host}, and its port in FETCH_PORTS.`
      : ''
    throw new BadInputError(`${url} could not be fetched: ${reason}.${help}`)
  } finally {
    await fetcher.close()
  }
}
