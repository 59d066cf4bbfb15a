import { DatelineError } from '@dateline/domain'
import { printable } from '@dateline/markup'
import { CommanderError } from 'commander'
import { buildProgram } from './program.ts'

// `dateline stories | head`: whoever reads us has had enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await buildProgram().parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) {
    // What is wrong with the input or the set-up is a sentence; anything else is our bug and shows where.
    const code = (error as { code?: unknown }).code
    const isExpected = error instanceof DatelineError || typeof code === 'string'
    console.error(isExpected ? `dateline: ${printable(sentenceOf(error as NodeJS.ErrnoException))}` : error)
  }
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1
}

/** Of a file that was named and cannot be read, in words; any other error has its own. */
function sentenceOf({ code, path, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' && path !== undefined) return `There is no file "${path}".`
  if (code === 'EISDIR') return 'That is a folder: name a file.'
  return message
}
