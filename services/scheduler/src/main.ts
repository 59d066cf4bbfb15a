import { runService } from '@dateline/platform'
import { scheduler } from './service.ts'

await runService(scheduler)
