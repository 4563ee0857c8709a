import type { AmountUnit } from './format-amount.ts'
import { m } from './i18n.ts'

const themeKey = 'biaochi.theme'
const unitKey = 'biaochi.amount-unit'
const nameKey = 'biaochi.display-name'

/** How one person likes to look at it; kept in the browser. */
export class Settings {
  #dark = $state(document.documentElement.dataset['theme'] === 'dark')
  #amountUnit = $state<AmountUnit>(localStorage.getItem(unitKey) === '万元' ? '万元' : '元')
  #displayName = $state(localStorage.getItem(nameKey) ?? '')

  get dark(): boolean {
    return this.#dark
  }
  get amountUnit(): AmountUnit {
    return this.#amountUnit
  }
  /** What others see of one; nobody checks it. */
  get displayName(): string {
    return this.#displayName || m.author_local()
  }

  rename(name: string): void {
    const shown = name.replace(/\s+/gu, ' ').trim().slice(0, 40)
    this.#displayName = shown
    localStorage.setItem(nameKey, shown)
  }

  toggleTheme(): void {
    this.#dark = !this.#dark
    const theme = this.#dark ? 'dark' : 'light'
    document.documentElement.dataset['theme'] = theme
    localStorage.setItem(themeKey, theme)
  }

  toggleAmountUnit(): void {
    this.#amountUnit = this.#amountUnit === '元' ? '万元' : '元'
    localStorage.setItem(unitKey, this.#amountUnit)
  }
}
