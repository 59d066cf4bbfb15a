export type AgencyId = 'NORTHWIRE' | 'MPA'

export type Agency = {
  readonly id: AgencyId
  readonly name: string
  /** Spellings in bylines, datelines and credits. */
  readonly names: readonly string[]
  readonly domain: string
}

/** The newsroom's wire agencies, in the form in which operators add agencies that the product does not know. */
export const agencies: readonly Agency[] = [
  { id: 'NORTHWIRE', name: 'Northwire', names: ['Northwire', 'NORTHWIRE'], domain: 'northwire.example' },
  { id: 'MPA', name: 'Meridian Press Agency', names: ['Meridian Press Agency', 'MPA'], domain: 'meridian.example' },
]
