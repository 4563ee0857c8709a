import type { IndicatorPeriod } from '@biaochi/domain'
import type { VariablesOf } from 'gql.tada'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { toLower } from './words.ts'

const usedNamesQuery = graphql(`
  query UsedNames(
    $projectId: ID!
    $period: IndicatorPeriod!
    $level1: String
    $level2: String
    $text: String!
  ) {
    indicatorSuggestions(
      projectId: $projectId
      period: $period
      level1: $level1
      level2: $level2
      text: $text
      first: 8
    ) {
      name
      source
      projects
      weight
      example {
        fiscalYear
        target {
          canonical
        }
        project {
          implementer {
            name
          }
        }
      }
    }
  }
`)

type Question = Omit<VariablesOf<typeof usedNamesQuery>, 'period'> & { readonly period: IndicatorPeriod }

const periods = { annual: 'ANNUAL', midterm: 'MIDTERM' } as const

/** Names that were used for such a row before, nearest first, each with its nearest and newest use. */
export async function fetchUsedNames(api: Pick<Api, 'query'>, { period, ...question }: Question) {
  const { indicatorSuggestions } = await api.query(usedNamesQuery, { ...question, period: periods[period] })
  return indicatorSuggestions.map(({ name, source, projects, weight, example }) => ({
    name,
    source: toLower(source),
    projects,
    weight,
    example: example && {
      year: example.fiscalYear,
      agency: example.project.implementer.name,
      target: example.target.canonical,
    },
  }))
}
