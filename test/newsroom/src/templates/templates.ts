import type { TemplateId } from '../outlets.ts'
import { aggregator } from './aggregator.ts'
import { ampPair } from './amp-pair.ts'
import { blog } from './blog.ts'
import { bulletinBoard } from './bulletin-board.ts'
import { cms } from './cms.ts'
import { continental } from './continental.ts'
import { microdata } from './microdata.ts'
import { modern } from './modern.ts'
import type { Template } from './page.ts'
import { plain } from './plain.ts'
import { tables } from './tables.ts'
import { wire } from './wire.ts'

export const templates: Readonly<Record<TemplateId, Template>> = {
  modern,
  tables,
  microdata,
  blog,
  cms,
  'amp-pair': ampPair,
  plain,
  wire,
  'bulletin-board': bulletinBoard,
  aggregator,
  continental,
}
