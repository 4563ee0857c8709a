// Writes schema.graphql, the contract that is reviewed as a diff; an unchanged file keeps its time.
import { readFile, writeFile } from 'node:fs/promises'
import { printSchema } from 'graphql'
import { schema } from './schema/index.ts'

const file = new URL('../schema.graphql', import.meta.url)
const text = `${printSchema(schema)}\n`
if ((await readFile(file, 'utf8').catch(() => '')) !== text) await writeFile(file, text)
