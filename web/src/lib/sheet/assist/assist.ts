import type { FieldId } from '../save.ts'

/** A text for a cell of the row one is in. */
export interface FieldText {
  readonly field: FieldId
  readonly text: string
}

/** Something to choose for the cell one types in. */
export interface Choice {
  readonly label: string
  /** Said small beside it. */
  readonly note?: string
  /** What the cell's text becomes. */
  readonly text: string
  /** Whether choosing it takes the text; else one goes on typing. */
  readonly ends: boolean
  /** What other cells of the row can be filled with at the same time, and how that is said. */
  readonly along?: { readonly label: string; readonly texts: readonly FieldText[] }
}

/** Choices side by side (`chips`) or one below the other. */
export interface ChoiceGroup {
  readonly title: string
  readonly layout: 'chips' | 'list'
  readonly choices: readonly Choice[]
}

/** How a text is understood. */
export interface Reading {
  /** What it is made of, each part under its name. */
  readonly parts: readonly { readonly name: string; readonly text: string }[]
  readonly note: string
  /** That it would not be taken, or is unusual. */
  readonly tone: 'plain' | 'unusual' | 'problem'
}

export interface Assistance {
  readonly reading: Reading | null
  readonly groups: readonly ChoiceGroup[]
}

/** Helps to fill one cell, as long as its editor is open. */
export interface Assist {
  /** What there is to say and to choose for a text; asked anew whenever it changes. */
  readonly assistance: (text: string) => Assistance
  /** Whether the arrow keys alone go to the choices: then the cell is rather chosen than typed. */
  readonly isPicker: boolean
  /** Hears what is typed, for what has to be asked elsewhere, and says when there is an answer. */
  readonly typed?: (text: string, answered: () => void) => void
  readonly close?: () => void
}
