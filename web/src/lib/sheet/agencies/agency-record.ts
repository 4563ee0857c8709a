/** An agency of the catalog as one row. */
export interface AgencyRecord {
  readonly name: string
  readonly code: string | null
  readonly shortName: string | null
  readonly region: string | null
  readonly active: boolean
  readonly parentId: string | null
  readonly formerNames: readonly string[]
  /** Projects it implements, of all years. */
  readonly projects: number
}

export const emptyAgency: AgencyRecord = {
  name: '',
  code: null,
  shortName: null,
  region: null,
  active: true,
  parentId: null,
  formerNames: [],
  projects: 0,
}
