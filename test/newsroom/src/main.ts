import { parseArgs } from 'node:util'
import { outlets, urlOn } from './outlets.ts'
import { PHASE_LAST } from './phases.ts'
import { startNewsroom } from './start-newsroom.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    phase: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (values.help === true) {
  console.log('node test/newsroom/src/main.ts [--port N] [--host 127.0.0.1] [--phase 1-5]   serves the sample newsroom')
  process.exit(0)
}
const newsroom = await startNewsroom({
  port: wholeNumber('port', values.port, 65_535),
  host: values.host,
  ...(values.phase === undefined ? {} : { now: wholeNumber('phase', values.phase, PHASE_LAST) }),
}).catch((error: Error) => fail(error.message))
console.log(`The sample newsroom answers on ${values.host}:${newsroom.port}. For example:`)
console.log(`  curl -H 'Host: ${outlets[0]!.host}' http://127.0.0.1:${newsroom.port}/\n`)
for (const outlet of outlets) {
  const listings = outlet.listings.map(({ kind, path }) => `${kind} ${urlOn(outlet, path)}`)
  console.log(`${outlet.name.padEnd(22)} ${listings.join('  ')}`)
}
console.log('\nCtrl-C ends it.')
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => newsroom.stop())

function wholeNumber(option: string, value: string, max: number): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > max) fail(`--${option} ${value}: a whole number up to ${max}`)
  return number
}

function fail(message: string): never {
  console.error(`The sample newsroom cannot start: ${message}`)
  process.exit(1)
}
