import { runService } from '@dateline/platform'
import { reactor } from './service.ts'

await runService(reactor)
