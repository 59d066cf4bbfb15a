// npm run fuzz -- extraction [options]      each folder beside this file is a fuzzer; its main.ts says what it tries
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const [name, ...options] = process.argv.slice(2)
const names = readdirSync(import.meta.dirname).filter((entry) =>
  existsSync(join(import.meta.dirname, entry, 'main.ts')),
)
if (name === undefined || !names.includes(name)) {
  console.error(`Which fuzzer? npm run fuzz -- ${names.join(' | ')}`)
  process.exit(1)
}
const { fuzz } = (await import(`./${name}/main.ts`)) as { fuzz: (options: string[]) => Promise<number> }
process.exitCode = await fuzz(options)
