import { writeFileSync } from 'node:fs'
import { BadInputError } from '@dateline/domain'
import { headPosition, proveEvents, verifyLog } from '@dateline/event-store'
import { withdrawArticle } from '@dateline/intake'
import { logSigner, type Tool } from '@dateline/platform'
import { PLANS, type Plan, progress, rebuild, verifyViews } from '@dateline/read-models'
import { consumerPositions } from '@dateline/work-state'
import type { Command } from 'commander'
import { openProgressBar, type ProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

type VerifyFlags = {
  readonly views?: true
  readonly gate?: true
  readonly view?: string
  readonly pageEvents?: string
  readonly shards?: string
}

export function addRecordCommands(program: Command, withTool: WithTool): void {
  program
    .command('verify')
    .description('check every byte of the log against its hashes, tree and signed heads')
    .option('--views', 'fold all views anew and compare them with those that are served')
    .option(
      '--gate',
      'with --views: fold them in the two ways that differ most, page 1 × shard 1 and page 5,000 × shard 4',
    )
    .option('--page-events <count>', 'with --views: events a page, 1 to 5,000 (default: 5,000)')
    .option('--shards <count>', 'with --views: parts folded side by side, 1 to 16 (default: 4)')
    .option('--view <name>', 'with --views: only this one')
    .addHelpText(
      'after',
      '\nPages of one event are slow, ten minutes for 100,000 events of all views: see docs/reference/log.md',
    )
    .action(({ views, ...flags }: VerifyFlags) => {
      if (views !== true && Object.keys(flags).length > 0) {
        throw new BadInputError('--gate, --page-events, --shards and --view say how --views are verified: add it.')
      }
      return withTool((tool) => (views ? checkViews(tool, flags) : checkLog(tool)))
    })

  program
    .command('prove <article>')
    .description('write a proof of an article’s history that anybody can check without Dateline')
    .option('--out <file>', 'where to', 'proof.json')
    .option('--older <size>', 'also prove that the log only grew since it had so many events')
    .addHelpText('after', '\nCheck it with: node packages/event-store/verify-proof.mjs proof.json <public key>')
    .action((articleId: string, { out, older }: { out: string; older?: string }) =>
      withTool(async ({ database, config }) => {
        const signer = logSigner(config)
        if (signer === null)
          throw new BadInputError('LOG_SIGNING_KEY is not set: there are no signed heads to prove under.')
        const olderSize = older === undefined ? undefined : Number(older)
        const proof = await proveEvents(database, signer, { stream: articleId }, olderSize)
        writeFileSync(out, `${JSON.stringify(proof, null, 2)}\n`)
        say(`${proof.events.length} events of ${articleId} proven in ${out}, under the key ${proof.publicKey}`)
      }),
    )

  program
    .command('withdraw <article>')
    .description('lawful erasure: takes an article’s text out of the log, the archive and all views, for good')
    .requiredOption('--reason <text>', 'why: this is what the record will say')
    .action((articleId: string, { reason }: { reason: string }) =>
      withTool(async (tool) => {
        const { position, bodiesErased, captures, views } = await withdrawArticle(tool, articleId, reason)
        // Twice: the generation before the last swap is kept, and must not keep the words either.
        for (const view of [...views, ...views]) await rebuild(tool.database, view)
        say(`Withdrawn at position ${position}: ${bodiesErased} bodies and ${captures.length} captures erased.`)
      }),
    )
}

async function checkLog({ database, config }: Tool): Promise<void> {
  const bar = openProgressBar('events', await headPosition(database))
  const signer = logSigner(config)
  const startedAt = performance.now()
  const result = await verifyLog(database, {
    ...(signer !== null && { trusted: signer }),
    onProgress: (events) => bar.set(events),
  })
  bar.stop()
  const archived = result.archived === 0 ? '' : `, ${result.archived} bodies archived`
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1)
  say(
    `${result.events} events (${result.withdrawn} withdrawn${archived}), ${result.signedHeads} signed heads, ${seconds} s`,
  )
  say(`root ${result.root}`)
  const ahead = await readersAhead(database)
  if (result.problems.length + ahead.length === 0) return say('Every byte is as it was recorded.')
  for (const { position, what } of result.problems) say(`position ${position}: ${what}`)
  for (const sentence of ahead) say(sentence)
  process.exitCode = 1
}

/** Whoever has read further than the log goes knows of events that are gone, signed heads or not. */
async function readersAhead({ db }: Tool['database']): Promise<string[]> {
  const { views } = await progress(db)
  const readers = [
    ...views.map(({ name, position }) => ({ name: `view ${name}`, position })),
    ...(await consumerPositions(db)),
  ]
  const head = await headPosition({ db })
  return readers
    .filter(({ position }) => position > head)
    .map(({ name, position }) => `position ${head}: the log ends here, but ${name} has read it to position ${position}`)
}

async function checkViews({ database }: Tool, flags: VerifyFlags): Promise<void> {
  let bar: ProgressBar | undefined
  let label = ''
  const verdicts = await verifyViews(database, {
    plans: plansOf(flags),
    ...(flags.view !== undefined && { names: [flags.view] }),
    onProgress: ({ name, pageSize, shards, position, endPosition }) => {
      const next = `${name} ${pageSize} × ${shards}`
      if (next !== label) {
        bar?.stop()
        bar = openProgressBar(next, endPosition)
      }
      label = next
      bar!.set(position)
    },
    onVerdict: ({ name, position, sha256, rebuilt, isSame }) => {
      bar?.stop()
      say(`${isSame ? 'same     ' : 'DIFFERENT'} ${name} at ${position} ${sha256.slice(0, 16)}`)
      for (const other of rebuilt.filter((one) => one.sha256 !== sha256)) {
        say(`          in pages of ${other.pageSize}, ${other.shards} shards: ${other.sha256.slice(0, 16)}`)
      }
    },
  })
  const compared = new Set(verdicts.map(({ name }) => name))
  for (const { name, errorPosition, skipped } of (await progress(database.db)).views) {
    if (!compared.has(name)) continue
    if (errorPosition !== null)
      say(`${name} has stopped in front of event ${errorPosition}: it was compared up to there.`)
    if (skipped.length > 0) say(`${name} was compared without what a person lets it leave out: ${skipped.join(', ')}`)
  }
  if (verdicts.every(({ isSame }) => isSame)) return say('The views are what the log says.')
  say('Rebuild those that differ: dateline views rebuild <name>')
  process.exitCode = 1
}

function plansOf({ gate, pageEvents, shards }: VerifyFlags): readonly Plan[] {
  if (gate === undefined) return [{ pageSize: Number(pageEvents ?? 5_000), shards: Number(shards ?? 4) }]
  if (pageEvents === undefined && shards === undefined) return PLANS
  throw new BadInputError('--gate has its own pages and shards: leave out --page-events and --shards.')
}
