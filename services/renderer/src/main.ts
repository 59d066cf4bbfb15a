import { runService } from '@dateline/platform'
import { renderer } from './service.ts'

await runService(renderer)
