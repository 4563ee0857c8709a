import type { ResultOf } from 'gql.tada'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'

const catalogQuery = graphql(`
  query Catalog {
    fiscalYears {
      fiscalYear
      projects
    }
    agencies {
      id
      name
      shortName
      parent {
        id
      }
      projectCounts {
        fiscalYear
        projects
      }
    }
  }
`)

export type YearCount = ResultOf<typeof catalogQuery>['fiscalYears'][number]
export type CatalogAgency = ResultOf<typeof catalogQuery>['agencies'][number]

export interface Catalog {
  readonly years: readonly YearCount[]
  readonly agencies: readonly CatalogAgency[]
}

/** The years and the whole agency tree: what one can select. */
export async function fetchCatalog(api: Api): Promise<Catalog> {
  const { fiscalYears, agencies } = await api.query(catalogQuery, {})
  return { years: fiscalYears, agencies }
}
