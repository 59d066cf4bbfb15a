import { runService } from '@dateline/platform'
import { projector } from './service.ts'

await runService(projector)
