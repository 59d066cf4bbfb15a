import { readProvenance, readTimeline, type StoryProvenance } from '@dateline/curation'
import type { Command } from 'commander'
import { publishedDay } from '../published-day.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

type Member = StoryProvenance['families'][number]['members'][number]

/** Sentences printed of each kind of change; --json has them all. */
const SHOWN_MAX = 5

export function addStoryTextCommands(program: Command, withTool: WithTool): void {
  program
    .command('provenance <story>')
    .description('whose text each page of a story carries, what the copies made of it, how many origins there are')
    .option('--json', 'all of it, as JSON')
    .action((storyId: string, { json = false }: { json?: boolean }) =>
      withTool(async ({ database }) => {
        const found = await readProvenance(database, storyId)
        if (json) return say(JSON.stringify(found, null, 2))
        say(`${found.label}\n${found.storyId}\n\n${found.summary}`)
        for (const { kind, agency, because, members, canonicalArticleId } of found.families) {
          say(
            `\n${kind}${agency === null ? '' : ` ${agency}`}${because === null ? '' : `: the first is the original, ${because}`}`,
          )
          const isOriginal = ({ articleId }: Member) => Number(articleId === canonicalArticleId)
          for (const member of members.toSorted((a, b) => isOriginal(b) - isOriginal(a))) printMember(member)
        }
        if (found.unread > 0) say(`\n${found.unread} further pages are not looked at.`)
      }),
    )

  program
    .command('timeline <story>')
    .description('what a story’s days brought, in the words of its own articles')
    .option('--json', 'as JSON')
    .action((storyId: string, { json = false }: { json?: boolean }) =>
      withTool(async ({ database }) => {
        const found = await readTimeline(database, storyId)
        if (json) return say(JSON.stringify(found, null, 2))
        say(`${found.label}\n${found.storyId}`)
        for (const { day, title, sentence, articles } of found.days) {
          say(`\n${day}  ${title}  (${articles === 1 ? '1 article' : `${articles} articles`})`)
          if (sentence !== null) say(`            ${sentence}`)
        }
      }),
    )
}

function printMember(member: Member): void {
  const { articleId, title, publisher, copy, agency, changes } = member
  const said = [
    publisher,
    publishedDay(member),
    copy && `${copy.kind} copy, ${Math.round(copy.containment * 100)} % of its text`,
    ...(copy?.alsoOf ?? []).map(
      (also) => `and ${Math.round(also.containment * 100)} % from ${also.agency ?? 'the text of'} ${also.articleId}`,
    ),
    copy?.statedBy && `as ${copy.statedBy.actor} says: ${copy.statedBy.reason}`,
    agency && (agency.basis === 'inferred' ? `${agency.id} inferred: ${agency.evidence}` : `credits ${agency.id}`),
  ]
  say(`  ${articleId}  ${title ?? ''}\n      ${said.filter((part) => part).join(' · ')}`)
  if (changes === null) return
  const { kept, added, dropped, altered } = changes
  say(`      ${kept} sentences kept, ${added.length} added, ${dropped.length} dropped, ${altered.length} altered`)
  for (const { kind, original, copy: now, originalSentence, copySentence } of altered.slice(0, SHOWN_MAX)) {
    say(`      ${kind}: ${original.join(', ') || 'nothing'} → ${now.join(', ') || 'nothing'}`)
    say(`        - ${originalSentence}\n        + ${copySentence}`)
  }
}
