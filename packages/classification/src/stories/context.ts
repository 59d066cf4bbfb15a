import type { Decision } from './document.ts'
import type { LinkContext } from './link-stories.ts'
import type { GroupingState } from './state.ts'

/** What deciding needs: the state, the model, and where decisions go. */
export type Context = LinkContext & {
  readonly state: GroupingState
  readonly grouper: string
  readonly decide: (stream: string, event: Decision['event']) => void
}
