import { schemeById, schemeFor } from '@biaochi/domain'
import type { Execution, Fund, Goal, Indicator, Project, Scheme } from '@biaochi/domain'
import type { ResultOf } from 'gql.tada'
import { graphql } from './graphql.ts'
import { toLower } from './words.ts'

export const fundFields = graphql(`
  fragment FundFields on Fund {
    period
    source
    stage
    amount
  }
`)

export const goalFields = graphql(`
  fragment GoalFields on Goal {
    period
    label
    text
  }
`)

/** What every table that shows projects asks of one. */
export const projectHead = graphql(
  `
    fragment ProjectHead on Project {
      fiscalYear
      name
      form
      nature
      category
      startDate
      endDate
      periodLabel
      implementer {
        name
      }
      supervisor {
        name
      }
      schemeId
      schemeVersion
      executionWeight
      executionRate
      executionScore
      funds {
        ...FundFields
      }
    }
  `,
  [fundFields],
)

type Head = ResultOf<typeof projectHead>

export const readFund = ({ period, source, stage, amount }: ResultOf<typeof fundFields>): Fund => ({
  period: toLower(period),
  source: toLower(source),
  stage: toLower(stage),
  amount,
})

export const readGoal = ({ period, label, text }: ResultOf<typeof goalFields>): Goal => ({
  period: toLower(period),
  label,
  text,
})

/** What of the domain's project stands in its head. */
export const readHead = (node: Head) =>
  ({
    name: node.name,
    fiscalYear: node.fiscalYear,
    form: toLower(node.form),
    nature: node.nature,
    category: node.category,
    supervisor: node.supervisor?.name ?? null,
    implementer: node.implementer.name,
    startDate: node.startDate,
    endDate: node.endDate,
    periodLabel: node.periodLabel,
    funds: node.funds.map(readFund),
    execution: readExecution(node),
  }) satisfies Partial<Project>

function readExecution({
  executionWeight: weight,
  executionRate: rate,
  executionScore: score,
}: Head): Execution | null {
  return weight === null && rate === null && score === null ? null : { weight, rate, score }
}

/** The project's scheme; of one newer than this page the server's numbers come back with the next reload. */
export const readScheme = (
  { schemeId, schemeVersion, fiscalYear }: Head,
  indicators: readonly Indicator[],
): Scheme => schemeById(schemeId, schemeVersion) ?? schemeFor({ fiscalYear, indicators })
