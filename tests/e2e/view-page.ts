import type { Locator, Page } from 'playwright-core'
import type { Column } from './sheet-page.ts'

/** Filters, columns and saved views as a person finds them. */
export const viewPage = (page: Page) => {
  const columnMenu = page.locator('.column-menu')
  const mark = (column: Column): Locator => page.locator(`[data-filter="${column}"]`)
  const menu = page.locator('.view-menu')
  const button = page.locator('[data-action="view"]')
  return {
    columnMenu,
    mark,
    openByMouse: async (column: Column): Promise<void> => {
      await page.locator(`.ag-header-cell[col-id="${column}"]`).hover()
      await mark(column).click()
      await columnMenu.waitFor()
    },
    chips: page.locator('[data-chip]'),
    chip: (id: string): Locator => page.locator(`[data-chip="${id}"]`),
    sortChip: (id: string): Locator => page.locator(`[data-sort="${id}"]`),
    rowFilters: page.locator('[data-action="row-filters"]'),
    rowFilterMenu: page.locator('.row-filters'),
    button,
    menu,
    save: async (name: string): Promise<void> => {
      await button.click()
      await menu.getByLabel('视图名称').fill(name)
      await page.keyboard.press('Enter')
      await menu.waitFor({ state: 'detached' })
    },
    column: (id: Column): Locator => menu.locator(`[data-column="${id}"]`),
    headers: async (): Promise<readonly string[]> => {
      const cells = await page
        .locator('.ag-header-cell')
        .evaluateAll((found) =>
          found
            .map((cell) => ({ id: cell.getAttribute('col-id') ?? '', x: cell.getBoundingClientRect().x }))
            .sort((a, b) => a.x - b.x),
        )
      return cells.map(({ id }) => id)
    },
    stickyHeader: page.locator('.sticky .project-header'),
  }
}
