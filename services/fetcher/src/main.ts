import { runService } from '@dateline/platform'
import { fetcher } from './service.ts'

await runService(fetcher)
