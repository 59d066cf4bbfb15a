import { runService, type Service } from '@dateline/platform'

// One service in a process of its own, as in a container; which one is the first argument.
const name = process.argv[2]!
const module = (await import(`@dateline/${name}`)) as Record<string, Service>
await runService(module[name]!)
