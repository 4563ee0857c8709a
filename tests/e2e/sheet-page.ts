import type { Locator, Page } from 'playwright-core'

export type Column =
  | 'level1'
  | 'level2'
  | 'name'
  | 'target'
  | 'actual'
  | 'weight'
  | 'ruleScore'
  | 'score'
  | 'met'
  | 'grade'
  | 'reason'
  | 'midterm'
  | 'lastTarget'
  | 'yearChange'
  | 'lastActual'
  | 'lastScore'

/** The sheet as a person finds things on it. */
export const sheetPage = (page: Page) => {
  const row = (indicator: string): Locator =>
    page.locator('.ag-row').filter({ has: page.locator('[col-id="name"]', { hasText: indicator }) })
  const header = (project: string): Locator =>
    page.locator('.project-header').filter({ has: page.locator('.name', { hasText: project }) })
  return {
    row,
    header,
    rows: page.locator('.ag-row:not(.ag-full-width-row)'),
    headers: page.locator('.project-header'),
    names: page.locator('.ag-row [col-id="name"]'),
    cell: (indicator: string, column: Column): Locator => row(indicator).locator(`[col-id="${column}"]`),
    total: (project: string, which: 'awarded' | 'rule' | 'difference'): Locator =>
      header(project).locator(`[data-total="${which}"]`),
    findingsOf: (project: string): Locator => header(project).locator('button.findings'),
    panel: page.getByRole('complementary', { name: '问题' }),
    findings: page.locator('aside button.jump'),
    fixes: page.locator('aside button.fix'),
    filter: page.getByRole('textbox', { name: '筛选指标' }),
    undo: page.locator('[data-action="undo"]'),
    redo: page.locator('[data-action="redo"]'),
    cellBar: page.locator('#cell-bar'),
    status: page.locator('footer'),
    failed: page.locator('.failed-trigger'),
    failedCells: page.locator('.failed-content button.jump'),
    columnHeader: (column: Column): Locator => page.locator(`.ag-header-cell[col-id="${column}"]`),
    agency: (name: string): Locator => page.getByRole('treeitem', { name }),
    year: (year: number): Locator => page.getByRole('link', { name: `${year} ` }),
    focusedCell: page.locator('.ag-cell-focus'),
    /** What stands below an open editor. */
    assist: {
      popup: page.locator('.assist'),
      reading: page.locator('.assist .reading'),
      choices: page.locator('.assist .choice'),
      choice: (label: string): Locator =>
        page.locator('.assist .choice').filter({ has: page.getByText(label, { exact: true }) }),
      active: page.locator('.assist .choice[aria-selected="true"]'),
    },
    find: {
      panel: page.getByRole('complementary', { name: '查找和替换' }),
      what: page.getByRole('textbox', { name: '查找' }),
      replacement: page.getByRole('textbox', { name: '替换为' }),
      by: page.getByLabel('怎样匹配'),
      scope: page.getByLabel('范围'),
      status: page.locator('#find-status'),
      matches: page.locator('aside button.match'),
      replaceOne: page.getByRole('button', { name: '替换', exact: true }),
      replaceAll: page.getByRole('button', { name: '全部替换' }),
    },
    lastYear: {
      dialog: page.getByRole('dialog', { name: '沿用上年指标值' }),
      lines: page.locator('.last-year tbody tr'),
      apply: page.getByRole('button', { name: /^写入/u }),
    },
    /** What was just done or could not be, in a line below the sheet. */
    remark: page.locator('.remark'),
    /** The selected cells that are rendered, and what the status bar says of all of them. */
    selectedCells: page.locator('.ag-cell.in-range'),
    summary: (
      part: 'units' | 'count' | 'filled' | 'sum' | 'average' | 'min' | 'max' | 'met' | 'not-met',
    ): Locator => page.locator(`[data-selection="${part}"] dd`),
    spokenSelection: page.locator('[data-selection="spoken"]'),
  }
}

export type SheetPage = ReturnType<typeof sheetPage>

/** Selects a range with the mouse. */
export async function dragCells(
  page: Page,
  sheet: SheetPage,
  from: [string, Column],
  to: [string, Column],
): Promise<void> {
  await sheet.cell(...from).hover()
  await page.mouse.down()
  await sheet.cell(...to).hover()
  await page.mouse.up()
}
