import { isKept, listOf, parseView } from './parse-view.ts'
import type { ViewState } from './view-state.ts'

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly state: ViewState
}

/** A person's views of one table, by name, and the one the table opens with. */
export interface Shelf {
  readonly views: readonly SavedView[]
  readonly defaultId: string | null
}

export const emptyShelf: Shelf = { views: [], defaultId: null }

const tidy = (name: string): string => name.trim().slice(0, 60)

export const viewOf = (shelf: Shelf, id: string | null): SavedView | null =>
  shelf.views.find((view) => view.id === id) ?? null

const viewNamed = (shelf: Shelf, name: string): SavedView | null =>
  shelf.views.find((view) => view.name === tidy(name)) ?? null

/** Keeps a view under a name; a view that has the name already is overwritten and keeps its id. */
export function saveView(shelf: Shelf, saved: SavedView): Shelf {
  const name = tidy(saved.name)
  const known = viewNamed(shelf, name)
  if (known === null) return { ...shelf, views: [...shelf.views, { ...saved, name }] }
  return overwriteView(shelf, known.id, saved.state)
}

export const overwriteView = (shelf: Shelf, id: string, state: ViewState): Shelf => ({
  ...shelf,
  views: shelf.views.map((view) => (view.id === id ? { ...view, state } : view)),
})

/** Another name, unless it is empty or another view has it. */
export function renameView(shelf: Shelf, id: string, name: string): Shelf {
  if (tidy(name) === '' || viewNamed(shelf, name) !== null) return shelf
  return {
    ...shelf,
    views: shelf.views.map((view) => (view.id === id ? { ...view, name: tidy(name) } : view)),
  }
}

export const removeView = (shelf: Shelf, id: string): Shelf => ({
  views: shelf.views.filter((view) => view.id !== id),
  defaultId: shelf.defaultId === id ? null : shelf.defaultId,
})

export const setDefaultView = (shelf: Shelf, id: string | null): Shelf => ({ ...shelf, defaultId: id })

export const formatShelf = (shelf: Shelf): string => JSON.stringify(shelf)

/** A shelf as it was kept; anything else is an empty one. */
export function parseShelf(text: string | null): Shelf {
  const kept = readJson(text)
  if (!isKept(kept)) return emptyShelf
  const views = listOf(kept['views']).flatMap(({ id, name, state }): SavedView[] =>
    typeof id === 'string' && typeof name === 'string' ? [{ id, name, state: parseView(state) }] : [],
  )
  const { defaultId } = kept
  return { views, defaultId: typeof defaultId === 'string' ? defaultId : null }
}

export function readJson(text: string | null): unknown {
  if (text === null) return null
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
