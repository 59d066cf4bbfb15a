import type { Database } from '@dateline/database'
import { BadInputError, sha256Hex } from '@dateline/domain'
import { getStory } from '@dateline/read-models'
import { sql } from 'kysely'
import { correcting, joinStories } from './correct-stories.ts'
import { ConflictError, type Corrected, type Correction, checkCorrection, UnknownIdError } from './correction.ts'
import type { Dependencies } from './dependencies.ts'
import { cosineOf, type Embedder } from './embedder.ts'
import { readKeptApart } from './kept-apart.ts'

/** Stories compared at once, newest first: every pair of them. */
export const STORIES_COMPARED_MAX = 2_000
const PROPOSALS_MAX = 200
const TEXT_CHARS_MAX = 1_500

export type Proposal = {
  readonly proposalId: string
  readonly storyId: string
  readonly fromId: string
  readonly score: number
  readonly model: string
  readonly labels: readonly [string, string]
}

type Candidate = {
  readonly storyId: string
  readonly splitFrom: string | null
  readonly articles: number
  readonly text: string
}

/**
 * Asks an embedder which current stories might be one. It only proposes: nothing changes before a person accepts, and a pair
 * that was decided on is not proposed again, under whatever ids the two go on.
 *
 * @param scoreMin cosine from which two stories are proposed.
 * @returns how many were compared, and how many new proposals there are: at most 200, the likeliest.
 */
export async function proposeMerges(
  { database }: Dependencies,
  embedder: Embedder,
  { since, scoreMin }: { readonly since: Date; readonly scoreMin: number },
): Promise<{ stories: number; proposed: number }> {
  if (!(scoreMin > 0 && scoreMin <= 1)) throw new BadInputError('The least likeness must be above 0 and at most 1.')
  const stories = await candidates(database, since)
  const vectors = await embedder.embed(stories.map(({ text }) => text))
  const apart = await readKeptApart(database)
  const pairs: { into: Candidate; from: Candidate; score: number }[] = []
  for (const [at, one] of stories.entries()) {
    for (let other = at + 1; other < stories.length; other++) {
      const score = cosineOf(vectors[at]!, vectors[other]!)
      const two = stories[other]!
      // What a person, or grouping itself, has taken apart is not proposed.
      if (score < scoreMin || one.splitFrom === two.storyId || two.splitFrom === one.storyId) continue
      if (apart(one.storyId, two.storyId)) continue
      const [into, from] = one.articles >= two.articles ? [one, two] : [two, one]
      pairs.push({ into, from, score })
    }
  }
  pairs.sort((a, b) => b.score - a.score || (a.into.storyId < b.into.storyId ? -1 : 1))
  let proposed = 0
  for (const { into, from, score } of pairs.slice(0, PROPOSALS_MAX)) {
    proposed += await insert(database, into, from, score, embedder.id)
  }
  return { stories: stories.length, proposed }
}

async function candidates({ db }: Database, since: Date): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select s.story_id as "storyId", s.split_from as "splitFrom", s.article_count as articles,
           left(concat_ws('. ', s.label, f.text), ${TEXT_CHARS_MAX}) as text
      from read.story s left join lateral (
        select concat_ws('. ', a.title, a.excerpt) as text from read.article a
         where a.story_id = s.story_id and a.copy_of is null order by a.first_position limit 1) f on true
     where s.merged_into is null and s.article_count > 0 and s.last_joined_at >= ${since}
     order by s.last_joined_at desc, s.story_id desc limit ${STORIES_COMPARED_MAX}`.execute(db)
  return rows
}

async function insert(
  { db }: Database,
  into: Candidate,
  from: Candidate,
  score: number,
  model: string,
): Promise<number> {
  const pair = [into.storyId, from.storyId].sort()
  const proposalId = `proposal-${sha256Hex(pair.join(' ')).slice(0, 12)}`
  const { rows } = await sql`
    insert into work.story_proposal (proposal_id, story_id, from_id, score, model)
    values (${proposalId}, ${into.storyId}, ${from.storyId}, ${Math.round(score * 1e4) / 1e4}, ${model})
    on conflict do nothing returning 1`.execute(db)
  return rows.length
}

/** Open proposals, likeliest first; those whose stories have become one, or ended, are left out. */
export async function listProposals({ db }: Database): Promise<Proposal[]> {
  const { rows } = await sql<Omit<Proposal, 'labels'>>`
    select proposal_id as "proposalId", story_id as "storyId", from_id as "fromId", score, model
      from work.story_proposal where state = 'open' order by score desc, proposal_id limit ${PROPOSALS_MAX}`.execute(db)
  const proposals: Proposal[] = []
  for (const row of rows) {
    const [into, from] = [await getStory(db, row.storyId), await getStory(db, row.fromId)]
    if (into === null || from === null || into.storyId === from.storyId) continue
    proposals.push({
      ...row,
      storyId: into.storyId,
      fromId: from.storyId,
      labels: [into.label ?? '', from.label ?? ''],
    })
  }
  return proposals
}

/**
 * A person decides on a proposal. Accepting joins the two stories; rejecting keeps them apart, in later proposals as in
 * grouping. Both are events with the person's name and reason.
 *
 * @throws {UnknownIdError} {ConflictError} if it was decided on already, or its stories have become one.
 */
export async function decideProposal(
  dependencies: Dependencies,
  proposalId: string,
  verdict: 'accepted' | 'rejected',
  correction: Correction,
): Promise<Corrected> {
  const { actor, reason } = checkCorrection(correction)
  const { db } = dependencies.database
  const { rows } = await sql<{ state: string }>`
    select state from work.story_proposal where proposal_id = ${proposalId}`.execute(db)
  if (rows[0] === undefined)
    throw new UnknownIdError(`There is no proposal ${proposalId}: see \`dateline story proposals\`.`)
  if (rows[0].state !== 'open') throw new ConflictError(`Proposal ${proposalId} was ${rows[0].state} already.`)
  const found = (await listProposals(dependencies.database)).find((proposal) => proposal.proposalId === proposalId)
  if (found === undefined) throw new ConflictError(`The stories of ${proposalId} have become one, or ended, meanwhile.`)
  const { storyId, fromId, score, model } = found
  const because = `${reason} (proposed by ${model}, likeness ${score})`
  const corrected =
    verdict === 'accepted'
      ? await joinStories(dependencies, storyId, fromId, { actor, reason: because })
      : await keepApart(dependencies, storyId, fromId, { actor, reason: because })
  await sql`
    update work.story_proposal set state = ${verdict}, actor = ${actor}, reason = ${reason}, decided_at = clock_timestamp()
     where proposal_id = ${proposalId}`.execute(db)
  return corrected
}

/** Two stories are not one, whatever a grouper or an embedder thinks later. */
async function keepApart(
  dependencies: Dependencies,
  storyId: string,
  otherStoryId: string,
  who: Correction,
): Promise<Corrected> {
  return await correcting(dependencies, `keep-apart/${storyId}`, async (record) => {
    await record(storyId, [{ type: 'KeepStoriesApart', data: { storyId, otherStoryId, ...who } }])
    return storyId
  })
}
