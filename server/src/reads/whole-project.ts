import { projectFindings, type ProjectFinding } from '../findings.ts'
import { indicatorCellsSelect } from '../rows/indicator-row.ts'
import { indicatorsFromRows, projectCellsSelect, projectFromRows } from '../rows/project-row.ts'
import { schemeOf } from '../scheme-of.ts'
import type { Need } from './plan.ts'
import type { ProjectRow } from './row-types.ts'

/** The columns of an indicator the domain knows. */
export const indicatorCells: Need = { columns: Object.keys(indicatorCellsSelect) }

/** Everything the rules look at. */
export const wholeProject: Need = {
  columns: [
    ...Object.keys(projectCellsSelect),
    'schemeId',
    'schemeVersion',
    'sourceLine',
    'sourceLines',
    'readerFindings',
  ],
  relations: {
    implementer: { columns: ['name'] },
    supervisor: { columns: ['name'] },
    funds: { columns: ['period', 'source', 'stage', 'amount'] },
    goals: { columns: ['period', 'label', 'text'] },
    narratives: { columns: ['key', 'text'] },
    indicators: { columns: ['sourceLine', ...Object.keys(indicatorCellsSelect)] },
  },
}

/** Every finding of a project that was read whole. */
export const findingsOfRow = (row: ProjectRow): readonly ProjectFinding[] => {
  const { implementer, supervisor = null, funds = [], goals = [], narratives = [], indicators = [] } = row
  if (implementer === undefined) throw new Error('the project was not read whole')
  const project = projectFromRows({
    cells: row,
    implementer: implementer.name,
    supervisor: supervisor?.name ?? null,
    funds,
    goals,
    narratives,
    indicators: indicatorsFromRows(indicators),
  })
  return projectFindings({ ...row, indicators, project, scheme: schemeOf(row) })
}
