// npm run bench -- log [options]      each folder beside this file is a benchmark; its main.ts begins with what --help prints
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [name, ...options] = process.argv.slice(2)
const names = readdirSync(import.meta.dirname).filter((entry) =>
  existsSync(join(import.meta.dirname, entry, 'main.ts')),
)
if (name === undefined || !names.includes(name)) {
  console.error(`Which benchmark? npm run bench -- ${names.join(' | ')}`)
  process.exit(1)
}
const file = join(import.meta.dirname, name, 'main.ts')
if (options.includes('--help')) {
  const [comment = ''] = /^(?:\/\/.*\n)*/.exec(readFileSync(file, 'utf8')) ?? []
  console.log(comment.replace(/^\/\/ ?/gm, '').trimEnd())
  process.exit()
}
const { bench } = (await import(file)) as { bench: (options: string[]) => Promise<void> }
try {
  await bench(options)
} catch (error) {
  if (!String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS')) throw error
  console.error(`${(error as Error).message.split('. To specify')[0]}: npm run bench -- ${name} --help`)
  process.exitCode = 2
}
