// npm run bench -- log [options]      each folder beside this file is a benchmark; its main.ts says what it measures
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [name, ...options] = process.argv.slice(2)
const names = readdirSync(import.meta.dirname).filter((entry) =>
  existsSync(join(import.meta.dirname, entry, 'main.ts')),
)
if (name === undefined || !names.includes(name)) {
  console.error(`Which benchmark? npm run bench -- ${names.join(' | ')}`)
  process.exit(1)
}
const { bench } = (await import(`./${name}/main.ts`)) as { bench: (options: string[]) => Promise<void> }
await bench(options)
