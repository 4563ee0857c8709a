/** How much air the rows have. */
export type Density = 'compact' | 'normal' | 'comfortable'

export const densities: readonly Density[] = ['compact', 'normal', 'comfortable']

export interface RowHeights {
  readonly row: number
  readonly group: number
  readonly header: number
}

/** In pixels; a group's header has two lines of text, a row has one. */
export const rowHeights: Readonly<Record<Density, RowHeights>> = {
  compact: { row: 24, group: 44, header: 26 },
  normal: { row: 28, group: 50, header: 30 },
  comfortable: { row: 34, group: 58, header: 36 },
}

export const isDensity = (value: unknown): value is Density => densities.some((density) => density === value)
