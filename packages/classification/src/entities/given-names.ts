import { COMMON_GIVEN_NAMES } from '@dateline/domain'
import { fold } from '../text/fold.ts'

/** As `fold` writes them: whoever bears one is a person. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(COMMON_GIVEN_NAMES.map(fold))
