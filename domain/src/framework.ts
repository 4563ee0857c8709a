/** One level 1 with the level 2 below it, in the framework's own words. */
export interface FrameworkLevel {
  readonly level1: string
  readonly level2: readonly string[]
}

/** A taxonomy of indicators, as data. */
export interface Framework {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly region: string | null
  readonly fromYear: number
  readonly toYear: number | null
  readonly levels: readonly FrameworkLevel[]
}
