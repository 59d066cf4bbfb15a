import { startCircle } from '../pipeline/circle.ts'

// A process of its own that does all the work, to be killed at any moment. Settings come as JSON in the first argument.
const circle = await startCircle(JSON.parse(process.argv[2]!))
process.send?.('started')
process.once('SIGTERM', async () => {
  await circle.stop()
  process.exit(0)
})
