/** What the sheet shows: a year, an agency's subtree or all of them, and a project to begin at. */
export interface SheetPlace {
  readonly year?: number | null
  readonly agency?: string | null
  readonly project?: string | null
}

function sheet({ year, agency, project }: SheetPlace = {}): string {
  const query = new URLSearchParams()
  if (year !== null && year !== undefined) query.set('year', String(year))
  if (agency) query.set('agency', agency)
  if (project) query.set('project', project)
  const text = query.toString()
  return text === '' ? '/' : `/?${text}`
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

/** The project an address begins at. */
export const readProject = (query: Query): string | null => query.get('project')

/** Every URL of the app. */
export const route = { sheet, import: () => '/import' }
