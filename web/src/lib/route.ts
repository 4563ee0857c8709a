/** What the sheet shows: a year, an agency's subtree or all of them, a project to begin at, and through which view. */
export interface SheetPlace {
  readonly year?: number | null
  readonly agency?: string | null
  readonly project?: string | null
  /** A saved view of this browser to look through. */
  readonly view?: string | null
}

const sheet = (place: SheetPlace = {}): string => address('/', place)
const projects = (place: SheetPlace = {}): string => address('/projects', place)

function address(path: string, { year, agency, project, view }: SheetPlace): string {
  const query = new URLSearchParams()
  if (year !== null && year !== undefined) query.set('year', String(year))
  if (agency) query.set('agency', agency)
  if (project) query.set('project', project)
  if (view) query.set('view', view)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

type Query = Pick<URLSearchParams, 'get'>

const readId = (text: string | null): string | null =>
  text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text) ? text : null

/** The year and the agency an address selects; what is no year or no agency's id selects none. */
export function readSelection(query: Query): { year: number | null; agency: string | null } {
  const year = Number(query.get('year'))
  return {
    year: Number.isInteger(year) && year > 1900 && year < 2200 ? year : null,
    agency: readId(query.get('agency')),
  }
}

/** Whether another address has something else to read: another page, year or agency, and not only another place on it. */
export function readsAnew(from: URL, to: URL): boolean {
  const [before, after] = [readSelection(from.searchParams), readSelection(to.searchParams)]
  return from.pathname !== to.pathname || before.year !== after.year || before.agency !== after.agency
}

/** The project an address begins at. */
export const readProject = (query: Query): string | null => query.get('project')

/** The saved view an address looks through; ids nobody knows are harmless. */
export const readView = (query: Query): string | null => query.get('view')

/** Every URL of the app. */
export const route = { sheet, projects, agencies: () => '/agencies', import: () => '/import' }
