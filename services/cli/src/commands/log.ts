import { existsSync, statSync } from 'node:fs'
import { BadInputError } from '@dateline/domain'
import { attachBodies, detachBodies, listPartitions, readBodyArchive } from '@dateline/event-store'
import { progress } from '@dateline/read-models'
import type { Command } from 'commander'
import { printTable } from '../print-table.ts'
import { openProgressBar } from '../progress-bar.ts'
import { say } from '../say.ts'
import type { WithTool } from '../with-tool.ts'

export function addLogCommands(program: Command, withTool: WithTool): void {
  const log = program.command('log').description('partitions of the log, and bodies of old ones in files')

  log
    .command('partitions')
    .description('list the partitions: which positions, how large, and where the bodies are')
    .action(() =>
      withTool(async ({ database }) => {
        const partitions = await listPartitions(database)
        printTable(
          ['number', 'positions', 'size', 'state'],
          partitions.map(({ number, firstPosition, lastPosition, bytes, state, file }) => [
            number,
            `${firstPosition}–${lastPosition}`,
            megabytes(bytes),
            file === null ? state : `${state} in ${file}`,
          ]),
        )
      }),
    )

  log
    .command('detach <number>')
    .description('take the bodies of a full partition out into a file; headers and every proof stay')
    .requiredOption('--to <folder>', 'where the file is written')
    .action((number: string, { to }: { to: string }) =>
      withTool(async ({ database }) => {
        if (!/^\d{1,6}$/.test(number)) throw new BadInputError(`The number "${number}" is not that of a partition.`)
        if (!existsSync(to) || !statSync(to).isDirectory()) throw new BadInputError(`There is no folder ${to}.`)
        const partition = (await listPartitions(database)).find((each) => each.number === Number(number))
        const read = await progress(database.db)
        if (partition !== undefined && partition.state === 'whole' && read.position < partition.lastPosition) {
          throw new BadInputError(
            `A view has read the log to position ${read.position} only, and needs these bodies: wait until "dateline status" shows it past ${partition.lastPosition}.`,
          )
        }
        const events = partition === undefined ? 0 : partition.lastPosition - partition.firstPosition + 1
        const bar = openProgressBar('events', events)
        try {
          const { path, bodies } = await detachBodies(database, Number(number), to, (written) => bar.set(written))
          bar.stop()
          say(`${bodies} bodies of partition ${number} are in ${path}, checked, and no longer in the database.`)
          say('Keep the file, and a copy of it: without it their texts are gone.')
        } finally {
          bar.stop()
        }
      }),
    )

  log
    .command('attach <file>')
    .description('bring the bodies of a partition back from its file')
    .action((file: string) =>
      withTool(async ({ database }) => {
        assertFile(file)
        const { number, firstPosition, lastPosition } = await attachBodies(database, file)
        say(`The bodies of partition ${number} (events ${firstPosition} to ${lastPosition}) are back.`)
      }),
    )

  log
    .command('check <file>')
    .description('check every byte of a file of bodies against its hashes; needs no database')
    .action(async (file: string) => {
      assertFile(file)
      const { firstPosition, lastPosition, bodies, root } = await readBodyArchive(file)
      say(`Events ${firstPosition} to ${lastPosition}, ${bodies} bodies: every byte is as it was recorded.`)
      say(`root of their tree ${root}`)
    })
}

function assertFile(file: string): void {
  if (!existsSync(file)) throw new BadInputError(`There is no file ${file}.`)
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
