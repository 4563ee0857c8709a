import type { Locator, Page } from 'playwright-core'

/** The import page as a person finds things on it. */
export const importPage = (page: Page) => ({
  picker: page.locator('input[data-picker]'),
  paste: page.getByRole('button', { name: '粘贴文字' }),
  pasted: page.getByRole('textbox', { name: '粘贴表格文字' }),
  read: page.getByRole('button', { name: '读取' }),
  files: page.getByRole('list', { name: '文件' }).getByRole('listitem'),
  project: (name: string): Locator => page.getByRole('checkbox', { name: `导入 ${name}` }),
  projects: page.locator('table input[type=checkbox]'),
  findings: page.locator('button[data-rule]'),
  tab: (name: string): Locator => page.getByRole('tab', { name }),
  line: (number: number): Locator => page.locator(`[data-line="${number}"]`),
  currentLine: page.locator('.line.is-current'),
  commit: page.getByRole('button', { name: /^导入所选/ }),
})
