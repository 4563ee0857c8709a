import type { Fund, Goal, ProjectForm } from '@biaochi/domain'
import type { ResultOf } from 'gql.tada'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { indicatorFields, readRow } from './indicator-fields.ts'
import type { ReadRow } from './indicator-fields.ts'
import { fundFields, goalFields, readFund, readGoal } from './project-head.ts'
import { toLower } from './words.ts'

const paperFields = graphql(
  `
    fragment PaperFields on Project {
      id
      fiscalYear
      form
      funds {
        ...FundFields
      }
      goals {
        ...GoalFields
      }
      indicators {
        ...IndicatorFields
      }
    }
  `,
  [fundFields, goalFields, indicatorFields],
)

const otherPapersQuery = graphql(
  `
    query OtherPapers($id: ID!) {
      project(id: $id) {
        otherForm {
          ...PaperFields
        }
        previousYear {
          ...PaperFields
        }
      }
    }
  `,
  [paperFields],
)

/** A project on one of its papers, as far as papers are compared. */
export interface ReadPaper {
  readonly id: string
  readonly fiscalYear: number
  readonly form: ProjectForm
  readonly funds: readonly Fund[]
  readonly goals: readonly Goal[]
  readonly rows: readonly ReadRow[]
}

/** What a project can be compared with; null what there is not. */
export interface OtherPapers {
  readonly otherForm: ReadPaper | null
  readonly previousYear: ReadPaper | null
}

/** The project's other paper of the year and the one of the year before. */
export async function fetchOtherPapers(api: Pick<Api, 'query'>, id: string): Promise<OtherPapers> {
  const { project } = await api.query(otherPapersQuery, { id })
  return {
    otherForm: project?.otherForm ? readPaper(project.otherForm) : null,
    previousYear: project?.previousYear ? readPaper(project.previousYear) : null,
  }
}

const readPaper = ({
  id,
  fiscalYear,
  form,
  funds,
  goals,
  indicators,
}: ResultOf<typeof paperFields>): ReadPaper => ({
  id,
  fiscalYear,
  form: toLower(form),
  funds: funds.map(readFund),
  goals: goals.map(readGoal),
  rows: indicators.map((row) => readRow(row, id)),
})
