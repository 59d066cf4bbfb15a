import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Witness } from '@dateline/database'
import type { Queues } from '@dateline/queue'
import { z } from 'zod'

/** Where the last event is remembered beyond the life of a process, apart from the database that holds the log. */
export type WitnessStore = {
  /** For people. */
  readonly where: string
  /** Null: nothing is remembered, or nothing that can be read. */
  read(): Promise<Witness | null>
  write(witness: Witness): Promise<void>
}

const witness = z.object({ position: z.int().positive(), leafSha256: z.hash('sha256') })

/** In Redis, where the queues are there; null: they are in the same Postgres, which would forget both. */
export function queueWitness({ backend: { note } }: Pick<Queues, 'backend'>): WitnessStore | null {
  if (note === null) return null
  return {
    where: note.where,
    read: async () => parse(await note.read()),
    write: (newest) => note.write(JSON.stringify(newest)),
  }
}

export function fileWitness(path: string): WitnessStore {
  return {
    where: `the file ${path}`,
    async read() {
      try {
        return parse(readFileSync(path, 'utf8'))
      } catch {
        return null
      }
    },
    async write(newest) {
      writeFileSync(`${path}.draft`, `${JSON.stringify(newest)}\n`)
      renameSync(`${path}.draft`, path)
    },
  }
}

function parse(text: string | null): Witness | null {
  try {
    return witness.nullable().parse(JSON.parse(text ?? 'null'))
  } catch {
    return null
  }
}
