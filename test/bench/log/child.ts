// One of several writer processes: appends single events for a while and prints how many a second.
import { randomUUID } from 'node:crypto'
import { type ContenderName, openers } from './contenders.ts'
import { makeEvents } from './events.ts'
import { closedLoop } from './measure.ts'

/** Until then most of a process's CPU goes to compiling its own code: after 300 ms, 50 of 74 µs an event. */
const WARM_UP_MS = 2_000
const [name, url, concurrency, ms] = process.argv.slice(2) as [ContenderName, string, string, string]
const events = makeEvents(500, 1024)
const contender = (await openers[name](url))!
const run = randomUUID()
const append = (caller: number, turn: number) =>
  contender.append(`${run}-${caller}-${turn}`, [events[(caller * 31 + turn) % events.length]!])
await closedLoop(Number(concurrency), WARM_UP_MS, append)
const { perSecond } = await closedLoop(Number(concurrency), Number(ms), (caller, turn) => append(caller, turn + 1e6))
await contender.close()
process.stdout.write(String(perSecond))
