// Writes every operation of src/lib/api as the browser would send it, by the hash it sends instead: the server reads them
// when it starts. A hash it does not know costs the browser a second request, with the text.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { stringifyDocument } from '@urql/core'
import { parse, type DefinitionNode, type DocumentNode } from 'graphql'
import ts from 'typescript'

const api = path.join(import.meta.dirname, 'src/lib/api')
const written = path.join(import.meta.dirname, 'src/lib/generated/operations.json')

/** A call of `graphql` in a file: its text, and the names of the fragments it is given. */
interface Call {
  readonly file: string
  readonly name: string
  readonly text: string
  readonly fragments: readonly string[]
}

const fragmentNames = (list: ts.Expression | undefined): string[] =>
  list !== undefined && ts.isArrayLiteralExpression(list)
    ? list.elements.map((element) => element.getText())
    : []

const callsIn = (file: string): Call[] => {
  const source = ts.createSourceFile(
    file,
    readFileSync(path.join(api, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const calls: Call[] = []
  const look = (node: ts.Node): void => {
    if (
      ts.isVariableDeclaration(node) &&
      node.initializer !== undefined &&
      ts.isCallExpression(node.initializer)
    ) {
      const [text, list] = node.initializer.arguments
      if (
        node.initializer.expression.getText() === 'graphql' &&
        text !== undefined &&
        ts.isStringLiteralLike(text)
      )
        calls.push({ file, name: node.name.getText(), text: text.text, fragments: fragmentNames(list) })
    }
    ts.forEachChild(node, look)
  }
  look(source)
  return calls
}

const calls = readdirSync(api)
  .filter((file) => file.endsWith('.ts'))
  .flatMap(callsIn)

/** What the name means in the file: its own, or else what it imports, whose name is exported once. */
const calledBy = (file: string, name: string): Call => {
  const call =
    calls.find((one) => one.file === file && one.name === name) ?? calls.find((one) => one.name === name)
  if (call === undefined) throw new Error(`${file}: there is no document ${name}`)
  return call
}

/** As gql.tada puts a document together: its own definitions, then those of its fragments, each once. */
const definitionsOf = ({ file, text, fragments }: Call): readonly DefinitionNode[] => [
  ...new Set([
    ...parseOnce(text).definitions,
    ...fragments.flatMap((name) => definitionsOf(calledBy(file, name))),
  ]),
]

const parsed = new Map<string, DocumentNode>()
const parseOnce = (text: string): DocumentNode => {
  const document = parsed.get(text) ?? parse(text)
  parsed.set(text, document)
  return document
}

const operations = calls
  .map(definitionsOf)
  .filter((definitions) => definitions.some(({ kind }) => kind === 'OperationDefinition'))
  .map((definitions) => stringifyDocument({ kind: 'Document', definitions: [...definitions] }))
  .map((text) => [createHash('sha256').update(text).digest('hex'), text])

writeFileSync(written, `${JSON.stringify(Object.fromEntries(operations), null, 1)}\n`)
