import type { SheetView } from '../view/sheet-view.svelte.ts'
import { lastYearColumns } from './compare-cells.ts'

const isOfLastYear = (id: string): boolean => lastYearColumns.some((column) => column === id)

/** Whether what is shown, or in which order, depends on last year. */
export const dependsOnLastYear = (view: SheetView): boolean =>
  Object.keys(view.filters).some(isOfLastYear) || view.sort.some(({ id }) => isOfLastYear(id))

/** Whether last year has to be known. */
export const showsLastYear = (view: SheetView): boolean =>
  dependsOnLastYear(view) || view.columns.some(({ id, hidden }) => !hidden && isOfLastYear(id))
