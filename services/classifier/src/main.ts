import { runService } from '@dateline/platform'
import { classifier } from './service.ts'

await runService(classifier)
