import { BadInputError } from '@dateline/domain'
import { type OpmlOutline, parseOpml, renderOpml } from '@dateline/feed-formats'
import type { Dependencies } from '../dependencies.ts'
import { checkSource, registerSource } from '../register-source.ts'
import type { RegisteredSource } from './read-sources.ts'
import { readSources } from './read-sources.ts'

export type OpmlImport = {
  /** Outlines that name a feed, or should: all others of these numbers add up to it. */
  readonly listed: number
  readonly added: number
  /** Registered before; left as they are. */
  readonly known: number
  /** Listed again in the same file. */
  readonly duplicates: number
  readonly refused: readonly { readonly title: string | null; readonly url: string; readonly reason: string }[]
}

const AT_A_TIME = 32
/** As a sources file allows. */
const FOLDERS_MAX = 8
const NAME_CHARS_MAX = 200

/**
 * Registers the feeds of an OPML file, each in its folders. What is known already stays as it is: people have set it up.
 *
 * @param isDryRun only counts.
 * @throws {BadInputError} if the file is no OPML.
 */
export async function importOpml(
  dependencies: Dependencies,
  body: Uint8Array,
  { isDryRun = false }: { isDryRun?: boolean } = {},
): Promise<OpmlImport> {
  const opml = parseOpml(body)
  if ('error' in opml) throw new BadInputError(`${opml.error.message}.`)
  const known = new Set((await readSources(dependencies)).map(({ sourceId }) => sourceId))
  const wanted = new Map<string, OpmlOutline>()
  const refused: { title: string | null; url: string; reason: string }[] = opml.refused.map(({ title, feedUrl }) => ({
    ...{ title, url: feedUrl, reason: 'it is not an http or https URL' },
  }))
  let duplicates = opml.duplicates
  for (const outline of opml.outlines) {
    try {
      const sourceId = checkSource(dependencies, { url: outline.feedUrl, schedule: { kind: 'adaptive' } })
      if (wanted.has(sourceId)) duplicates += 1
      else wanted.set(sourceId, outline)
    } catch (error) {
      if (!(error instanceof BadInputError)) throw error
      refused.push({ title: outline.title, url: outline.feedUrl, reason: error.message })
    }
  }
  const added = [...wanted].filter(([sourceId]) => !known.has(sourceId)).map(([, outline]) => outline)
  for (let start = 0; start < added.length && !isDryRun; start += AT_A_TIME) {
    await Promise.all(added.slice(start, start + AT_A_TIME).map((outline) => registerOutline(dependencies, outline)))
  }
  const listed = wanted.size + duplicates + refused.length
  return { listed, added: added.length, known: wanted.size - added.length, duplicates, refused }
}

async function registerOutline(dependencies: Dependencies, { title, feedUrl, folders }: OpmlOutline): Promise<void> {
  await registerSource(dependencies, {
    ...{ kind: 'feed', url: feedUrl, schedule: { kind: 'adaptive' } },
    name: title?.slice(0, NAME_CHARS_MAX).toWellFormed() ?? null,
    folders: folders.slice(0, FOLDERS_MAX).map((folder) => folder.slice(0, 100).toWellFormed()),
  })
}

/** All feeds as OPML 2.0. Sitemaps and sites are no feeds, and are left out: a sources file holds them. */
export function exportOpml(
  sources: readonly RegisteredSource[],
  createdAt: string,
): { opml: string; feeds: number; leftOut: number } {
  const feeds = sources
    .filter(({ settings }) => settings.kind === 'feed')
    .toSorted((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ url, settings: { name, folders } }) => ({ title: name, feedUrl: url, siteUrl: null, folders }))
  const opml = renderOpml({ title: 'Sources of Dateline', createdAt, outlines: feeds })
  return { opml, feeds: feeds.length, leftOut: sources.length - feeds.length }
}
