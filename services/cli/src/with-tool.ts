import type { Tool } from '@dateline/platform'

/** Runs one command on an open tool and closes it, whatever happens. */
export type WithTool = (run: (tool: Tool) => Promise<void>) => Promise<void>
