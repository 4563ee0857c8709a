import type { Indicator } from '@biaochi/domain'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'
import { indicatorFields, readIndicator } from './indicator-fields.ts'

const lastYearQuery = graphql(
  `
    query LastYear($ids: [ID!]!, $first: Int!) {
      projects(filter: { id: $ids }, first: $first) {
        nodes {
          id
          previousYear {
            id
            indicators {
              ...IndicatorFields
            }
          }
        }
      }
    }
  `,
  [indicatorFields],
)

/** The project of the year before by project; null where there was none a year ago. */
export async function fetchLastYear(
  api: Pick<Api, 'query'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly indicators: readonly Indicator[] } | null>> {
  const { projects } = await api.query(lastYearQuery, { ids: [...ids], first: ids.length })
  return new Map(
    projects.nodes.map(({ id, previousYear }) => [
      id,
      previousYear && { id: previousYear.id, indicators: previousYear.indicators.map(readIndicator) },
    ]),
  )
}
