import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../examples/', import.meta.url)

/** A worked example: shown in GraphiQL and docs/api.md, run by the tests. */
export interface Example {
  /** The file's name without its ending: 06-search. */
  readonly name: string
  readonly query: string
  /**
   * JSON text. A value "← 02 projects.nodes.0.id" stands for what example 02 answers at that path: ids are made when
   * data is loaded, so no file can know them.
   */
  readonly variables: string
}

const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8').trim()

/** The worked examples of `server/examples`, in their order. */
export const readExamples = (): readonly Example[] => {
  const files = readdirSync(folder).toSorted()
  return files
    .filter((file) => file.endsWith('.graphql'))
    .map((file) => {
      const name = file.replace('.graphql', '')
      const variables = files.includes(`${name}.json`) ? read(`${name}.json`) : '{}'
      return { name, query: read(file), variables }
    })
}
