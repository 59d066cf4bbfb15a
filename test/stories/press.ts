import { importDocument } from '@dateline/intake'
import { type Platform, waitUntilIdle } from '@dateline/platform'
import { sql } from 'kysely'

/** Settings under which a loaded machine has time for everything. */
export const PATIENT = { LOG_LEVEL: 'silent', EXTRACT_TIMEOUT_MS: '120000', QUEUE_LOCK_MS: '120000' }

/** A text scrape as people hand it in. Everything in it is invented. */
export type Scrape = { readonly title: string; readonly day: string; readonly text: string }

/** Hands texts in and waits until every service has done with them. @returns their articles. */
export async function publish(platform: Platform, scrapes: readonly Scrape[]): Promise<string[]> {
  const ids: string[] = []
  for (const { title, day, text } of scrapes) {
    const bytes = Buffer.from(`${title}\n\n${text}\n`)
    const document = { kind: 'text', bytes, mediaType: 'text/plain', fileName: null, url: null } as const
    ids.push((await importDocument(platform, { ...document, capturedAt: `${day}T12:00:00Z` })).articleId)
  }
  for (let isDone = false; !isDone; ) {
    await waitUntilIdle(platform.database)
    const { rows } = await sql<{ grouped: number }>`
      select count(*)::int as grouped from read.article where article_id = any(${ids}) and story_id is not null`.execute(
      platform.database.db,
    )
    isDone = rows[0]!.grouped === new Set(ids).size
    // A step that a loaded machine had no time for is tried again at once, not in a while.
    if (!isDone)
      await sql`update work.task set due_at = clock_timestamp(), added_at = null`.execute(platform.database.db)
  }
  return ids
}

const QUAY = `Dock workers in Lindmouth walked off the night shift on Monday after the Brannock Shipping company cut their breaks, the Harbour Union said.

About 340 stevedores gathered at the container terminal of Lindmouth, where four cranes stood still and the freighter Orla Maiden waited with 1,200 containers on board.

"Nobody unloads a box until the breaks are back," said union leader Tessa Morwen, who asked Brannock Shipping for talks by Thursday.`

export const strike: Scrape = {
  title: 'Lindmouth dock workers walk out over breaks at Brannock Shipping',
  day: '2031-03-04',
  text: QUAY,
}

/** Reports on the strike that share its names and numbers and little of its wording. */
export const strikeReports: readonly Scrape[] = [
  {
    title: 'Brannock Shipping and Harbour Union to meet as Lindmouth docks stand idle',
    day: '2031-03-05',
    text: `The container terminal of Lindmouth lay silent for a second day on Tuesday as 340 stevedores of the Harbour Union kept up their walkout against Brannock Shipping.

Port captain Edwin Sayle counted seven vessels at anchor outside, the Orla Maiden with its 1,200 containers first among them.

Tessa Morwen, who leads the union, told reporters the company had agreed to talks on breaks, and that no crane would move before they were over.`,
  },
  {
    title: 'Lindmouth dock strike: stevedores of Brannock Shipping vote to stay out',
    day: '2031-03-05',
    text: `Stevedores at Lindmouth voted by 298 to 42 to go on with their strike against Brannock Shipping until the company restores breaks on the night shift.

The Harbour Union said after the count that its leader Tessa Morwen would take the result to the talks. The freighter Orla Maiden will have to wait at the container terminal, port captain Edwin Sayle said.

Brannock Shipping called the vote regrettable and put its losses at 2.4 million crowns a day.`,
  },
  {
    title: 'Stevedores and Brannock Shipping settle Lindmouth dock strike',
    day: '2031-03-06',
    text: `The strike at the container terminal of Lindmouth is over: Brannock Shipping gives its stevedores the breaks of the night shift back, the Harbour Union announced.

Tessa Morwen of the union and port captain Edwin Sayle shook hands in front of the Orla Maiden, whose 1,200 containers were the first to be unloaded by the 340 dock workers.

The talks had lasted eleven hours, both sides said.`,
  },
]

export const wolves: Scrape = {
  title: 'Wolves return to the Quern hills after ninety years',
  day: '2031-03-04',
  text: `A pair of wolves has raised four cubs in the Quern hills, the first in the region for ninety years, rangers of the nature park said on Monday.

Camera traps showed the animals near the village of Oxley, where shepherds lost eleven sheep in the winter. Ranger Ines Faldo promised them fences and dogs.

Biologists of the university believe the wolves came down along the river Tarn from the north.`,
}
