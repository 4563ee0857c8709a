import type { AmountUnit } from './format-amount.ts'

const themeKey = 'biaochi.theme'
const unitKey = 'biaochi.amount-unit'

/** How one person likes to look at it; kept in the browser. */
export class Settings {
  #dark = $state(document.documentElement.dataset['theme'] === 'dark')
  #amountUnit = $state<AmountUnit>(localStorage.getItem(unitKey) === '万元' ? '万元' : '元')

  get dark(): boolean {
    return this.#dark
  }
  get amountUnit(): AmountUnit {
    return this.#amountUnit
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
