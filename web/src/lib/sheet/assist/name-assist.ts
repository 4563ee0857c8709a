import { normalizeText, parseTarget } from '@biaochi/domain'
import type { IndicatorPeriod } from '@biaochi/domain'
import { m } from '#lib/i18n.ts'
import type { Clock } from '../clock.ts'
import type { Assist, Assistance, Choice } from './assist.ts'

/** A name that was used before, with its nearest and newest use. */
export interface UsedName {
  readonly name: string
  readonly source: 'previous-year' | 'same-agency' | 'other-agencies'
  readonly projects: number
  readonly weight: string | null
  readonly example: { readonly year: number; readonly agency: string; readonly target: string } | null
}

/** The row a name is looked for, and what is typed of it so far. */
export interface NameQuestion {
  readonly projectId: string
  readonly period: IndicatorPeriod
  readonly level1: string | null
  readonly level2: string | null
  readonly text: string
}

export type FindNames = (question: NameQuestion) => Promise<readonly UsedName[]>

interface NameAssistOptions {
  readonly row: Omit<NameQuestion, 'text'>
  readonly find: FindNames
  readonly clock: Clock
}

/** Long enough that a word is not asked for letter by letter. */
const pause = 150

/** Offers the names that indicators of the row's level have had, asked of the server while one types. */
export class NameAssist implements Assist {
  readonly isPicker = false
  readonly #options: NameAssistOptions
  #found: readonly UsedName[] = []
  #hasFailed = false
  #cancel: (() => void) | null = null
  #question = 0

  constructor(options: NameAssistOptions) {
    this.#options = options
  }

  readonly typed = (text: string, answered: () => void): void => {
    const isFirst = this.#question === 0
    const question = (this.#question += 1)
    this.#cancel?.()
    const ask = (): void => void this.#ask(question, text, answered)
    if (isFirst) ask()
    else this.#cancel = this.#options.clock.after(pause, ask)
  }

  readonly assistance = (text: string): Assistance => {
    const wanted = normalizeText(text)
    // Until the answer for this text is there, what is known already is narrowed down.
    const names = this.#found.filter(({ name }) => normalizeText(name).includes(wanted) && name !== text)
    const of = (source: UsedName['source']) => names.filter((name) => name.source === source).map(choice)
    return {
      reading: this.#hasFailed ? { parts: [], note: m.names_failed(), tone: 'unusual' } : null,
      groups: [
        { title: m.names_last_year(), layout: 'list' as const, choices: of('previous-year') },
        { title: m.names_same_agency(), layout: 'list' as const, choices: of('same-agency') },
        { title: m.names_other_agencies(), layout: 'list' as const, choices: of('other-agencies') },
      ].filter(({ choices }) => choices.length > 0),
    }
  }

  readonly close = (): void => {
    this.#cancel?.()
    this.#question += 1
  }

  async #ask(question: number, text: string, answered: () => void): Promise<void> {
    const { find, row } = this.#options
    const found = await find({ ...row, text: text.slice(0, longest) }).catch(() => null)
    if (question !== this.#question) return
    this.#hasFailed = found === null
    this.#found = found ?? []
    answered()
  }
}

/** Longer texts are no search any more (docs/api.md). */
const longest = 200

function choice({ name, projects, weight, example }: UsedName): Choice {
  const notes = [
    ...(weight === null ? [] : [m.names_weight({ weight })]),
    ...(example === null ? [] : [`${example.year} ${example.agency}`]),
    ...(projects > 1 ? [m.names_projects({ projects })] : []),
  ]
  const target = parseTarget(example?.target ?? '')
  const hasTarget = target.kind !== 'missing' && target.kind !== 'invalid'
  return {
    label: name,
    note: notes.join(' · '),
    text: name,
    ends: true,
    ...(hasTarget && example
      ? {
          along: {
            label: m.names_target({ target: example.target }),
            texts: [{ field: 'target', text: example.target }],
          },
        }
      : {}),
  }
}
