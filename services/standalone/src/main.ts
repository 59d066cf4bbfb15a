import { parseArgs } from 'node:util'
import { DatelineError } from '@dateline/domain'
import { ConfigError } from '@dateline/platform'
import { standalone } from './standalone.ts'

const HELP = `npm start [-- options]

  --empty         start without the sample newsroom
  --data FOLDER   where everything is kept (./data)
  --help          this text

Settings come from the environment, see .env.example: API_PORT=4001 npm start`

try {
  const { values } = parseArgs({
    options: { empty: { type: 'boolean' }, data: { type: 'string' }, help: { type: 'boolean' } },
  })
  if (values.help) console.log(HELP)
  else await standalone({ dataDirectory: values.data ?? 'data', withSample: values.empty !== true })
} catch (error) {
  const { code, message } = error as { code?: unknown; message: string }
  const isExpected = error instanceof DatelineError || error instanceof ConfigError || typeof code === 'string'
  console.error(isExpected ? `Dateline: ${message}` : error)
  process.exit(1)
}
