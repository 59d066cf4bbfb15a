import { runService } from '@dateline/platform'
import { api } from './service.ts'

await runService(api)
