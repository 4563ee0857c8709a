import type { Locator, Page } from 'playwright-core'

/** The list of projects or the catalog of agencies as a person finds things on it; rows are named by their first column. */
export const tablePage = (page: Page, nameColumn: 'name' | 'project/name') => {
  // The pinned name and the other cells of a row are one row of the grid.
  const row = (name: string): Locator =>
    page
      .locator('.ag-row')
      .filter({ has: page.locator(`[col-id="${nameColumn}"]`, { hasText: exactly(name) }) })
  return {
    row,
    rows: page.locator('.ag-row'),
    names: page.locator(`.ag-row [col-id="${nameColumn}"]`),
    cell: (name: string, column: string): Locator => row(name).locator(`[col-id="${column}"]`),
    tab: (name: string): Locator => page.getByRole('navigation', { name: '表' }).getByRole('link', { name }),
    undo: page.locator('[data-action="undo"]'),
    redo: page.locator('[data-action="redo"]'),
    cellBar: page.locator('#cell-bar'),
    status: page.locator('footer'),
    failed: page.locator('.failed-trigger'),
    filter: page.getByRole('search').getByRole('textbox'),
  }
}

export type TablePage = ReturnType<typeof tablePage>

const exactly = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}$`, 'u')
