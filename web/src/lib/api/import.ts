import type { ResultOf } from 'gql.tada'
import type { Api } from './client.ts'
import { graphql } from './graphql.ts'

const importMutation = graphql(`
  mutation ImportForm($input: ImportFormInput!) {
    importForm(input: $input) {
      layout
      fiscalYear
      amountUnit
      committed
      refusal
      projects {
        index
        line
        name
        implementer
        supervisor
        fiscalYear
        form
        awardedTotal
        awardedGrade
        ruleTotal
        ruleGrade
        importable
        refusal
        existing {
          id
          fiscalYear
          implementer {
            id
          }
        }
        project {
          id
          fiscalYear
          implementer {
            id
          }
        }
        indicators {
          line
          period
          level1
          level2
          name
          target
          actual
          weight
          ruleScore
          score
          reason
        }
      }
      findings {
        line
        severity
        rule
        message
        projectIndex
      }
    }
  }
`)

export type ImportReading = ResultOf<typeof importMutation>['importForm']
export type ImportedProject = ImportReading['projects'][number]
export type FormFinding = ImportReading['findings'][number]

export interface FormFile {
  readonly fileName: string
  readonly text: string
}

/** Reads a form without keeping it. */
export async function previewForm(api: Api, { fileName, text }: FormFile): Promise<ImportReading> {
  return (await api.mutate(importMutation, { input: { fileName, text, commit: false } })).importForm
}

/** Keeps the chosen projects of a form; those the server has already are left out. */
export async function commitForm(
  api: Api,
  { fileName, text }: FormFile,
  only: readonly number[],
): Promise<ImportReading> {
  const input = { fileName, text, commit: true, only: [...only], onExisting: 'SKIP' as const }
  return (await api.mutate(importMutation, { input })).importForm
}
