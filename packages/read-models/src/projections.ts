import { articleProjection } from './article/projection.ts'
import { findingProjection } from './finding/projection.ts'
import { layoutDriftProjection } from './layout/projection.ts'
import { listingProjection } from './ledger/listing-projection.ts'
import { ledgerProjection } from './ledger/projection.ts'
import { liveUpdateProjection } from './live/projection.ts'
import type { Projection, Row } from './projection.ts'
import { copyProjection, copyVersionProjection } from './provenance/projection.ts'
import { revisionProjection } from './revision/projection.ts'
import { sourceProjection } from './source/projection.ts'
import { membershipProjection } from './story/membership-projection.ts'
import { storyProjection } from './story/projection.ts'
import { tallyProjection } from './topic/projection.ts'

/** Every view there is. */
export const PROJECTIONS: readonly Projection[] = [
  anyRow(articleProjection),
  anyRow(revisionProjection),
  anyRow(storyProjection),
  anyRow(membershipProjection),
  anyRow(tallyProjection),
  anyRow(sourceProjection),
  anyRow(copyProjection),
  anyRow(copyVersionProjection),
  anyRow(findingProjection),
  anyRow(liveUpdateProjection),
  anyRow(layoutDriftProjection),
  anyRow(ledgerProjection),
  anyRow(listingProjection),
]

/** Each view folds its own kind of row; whoever runs them all knows only that they are rows. */
function anyRow<State extends Row>(projection: Projection<State>): Projection {
  return projection as unknown as Projection
}
