export type AgencyId = 'NORTHWIRE' | 'MPA'

export type Agency = {
  readonly id: AgencyId
  readonly name: string
  /** Other spellings in bylines, datelines and credits. */
  readonly aliases: readonly string[]
  readonly domain: string
}

/** The newsroom's wire agencies, in the form in which operators add agencies that the product does not know. */
export const agencies: readonly Agency[] = [
  { id: 'NORTHWIRE', name: 'Northwire', aliases: ['NORTHWIRE', 'Northwire News'], domain: 'northwire.example' },
  { id: 'MPA', name: 'Meridian Press Agency', aliases: ['MPA', 'Meridian Press'], domain: 'meridian.example' },
]
