import { parseArgs } from 'node:util'
import { outlets, urlOn } from './outlets.ts'
import { startNewsroom } from './start-newsroom.ts'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '0' }, phase: { type: 'string' }, help: { type: 'boolean' } },
})
if (values.help === true) {
  console.log('node test/newsroom/src/main.ts [--port N] [--phase 1-5]   serves the sample newsroom on 127.0.0.1')
  process.exit(0)
}
const phase = values.phase === undefined ? {} : { now: Number(values.phase) }
const newsroom = await startNewsroom({ port: Number(values.port), ...phase })
console.log(`The sample newsroom answers on 127.0.0.1:${newsroom.port}. For example:`)
console.log(`  curl -H 'Host: ${outlets[0]!.host}' http://127.0.0.1:${newsroom.port}/\n`)
for (const outlet of outlets) {
  const listings = outlet.listings.map(({ kind, path }) => `${kind} ${urlOn(outlet, path)}`)
  console.log(`${outlet.name.padEnd(22)} ${listings.join('  ')}`)
}
console.log('\nCtrl-C ends it.')
process.once('SIGINT', () => newsroom.stop())
