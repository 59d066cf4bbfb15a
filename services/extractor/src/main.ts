import { runService } from '@dateline/platform'
import { extractor } from './service.ts'

await runService(extractor)
