import type { TestApp } from './app.ts'
import { metRows, selfEvaluationFile, type ProjectText } from './self-evaluation-text.ts'

const IMPORT = /* GraphQL */ `
  mutation Import($input: ImportFormInput!) {
    importForm(input: $input) {
      committed
      refusal
      projects {
        project {
          id
          name
          indicators {
            id
            name
            version
            position
          }
        }
      }
    }
  }
`

export interface ImportedIndicator {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly position: number
}

export interface ImportedProject {
  readonly id: string
  readonly name: string
  readonly indicators: readonly ImportedIndicator[]
}

interface Imported {
  readonly importForm: {
    readonly committed: boolean
    readonly refusal: string | null
    readonly projects: readonly { readonly project: ImportedProject | null }[]
  }
}

/** Imports a text that must be taken; answers its projects in the order of the file. */
export const importText = async (
  app: TestApp,
  text: string,
  fileName = 'test.txt',
): Promise<readonly ImportedProject[]> => {
  const { importForm } = await app.runOk<Imported>(IMPORT, { input: { fileName, text, commit: true } })
  if (!importForm.committed) throw new Error(`not imported: ${importForm.refusal}`)
  return importForm.projects.flatMap(({ project }) => (project === null ? [] : [project]))
}

/** Imports invented projects; those without rows get five that are all met. */
export const importProjects = (
  app: TestApp,
  projects: readonly (Omit<ProjectText, 'rows'> & Partial<Pick<ProjectText, 'rows'>>)[],
): Promise<readonly ImportedProject[]> =>
  importText(app, selfEvaluationFile(projects.map((project) => ({ rows: metRows, ...project }))))

/** The only project of an import. */
export const importProject = async (
  app: TestApp,
  project: Omit<ProjectText, 'rows'> & Partial<Pick<ProjectText, 'rows'>>,
): Promise<ImportedProject> => {
  const [imported] = await importProjects(app, [project])
  if (imported === undefined) throw new Error('nothing imported')
  return imported
}
