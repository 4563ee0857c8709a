import {
  findProblems,
  type CellRef,
  type Finding,
  type Fix,
  type Message,
  type Project,
  type Scheme,
  type Severity,
} from '@biaochi/domain'
import { z } from 'zod'

/** A finding of a stored project: what the rules say now, and what the reader said when the form was imported. */
export interface ProjectFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: Message
  readonly indicatorId: string | null
  readonly field: string | null
  /** The cell as a path, see `cellKey`. */
  readonly at: string
  readonly line: number | null
  readonly fix: Fix | null
}

export interface FindingCounts {
  readonly block: number
  readonly explain: number
  readonly warn: number
}

/** A cell as a path: project.name, fund.annual.fiscal.executed, execution.rate, goal.annual, indicator.3.target. */
export const cellKey = (at: CellRef): string => {
  switch (at.of) {
    case 'project':
      return `project.${at.field}`
    case 'fund':
      return `fund.${at.period}.${at.source}.${at.stage}`
    case 'execution':
      return `execution.${at.field}`
    case 'goal':
      return `goal.${at.period}`
    case 'narrative':
      return `narrative.${at.key}`
    case 'indicator':
      return `indicator.${at.index}.${at.field}`
  }
}

const message = z.object({ code: z.string(), params: z.record(z.string(), z.string()) })
const formFinding = z.object({
  line: z.number(),
  severity: z.enum(['block', 'explain', 'warn']),
  rule: z.string(),
  message,
  projectIndex: z.number().nullable(),
})

/** A finding of the reader of forms, as it is kept with the batch and the project. */
export type FormFinding = z.infer<typeof formFinding>

// Written by our own import and read back here: what does not fit is a bug and throws.
export const keptFindings = (json: unknown): FormFinding[] => z.array(formFinding).parse(json)
const sourceLines = z.record(z.string(), z.number())

export interface FindingSource {
  readonly project: Project
  readonly scheme: Scheme
  /** In the order of `project.indicators`. */
  readonly indicators: readonly { readonly id: string; readonly sourceLine: number | null }[]
  readonly sourceLines: unknown
  readonly readerFindings: unknown
}

/** Every finding of a project, the reader's first. */
export const projectFindings = (source: FindingSource): readonly ProjectFinding[] => {
  const lines = sourceLines.parse(source.sourceLines)
  const ofRules = ({ at, rule, severity, message, fix }: Finding): ProjectFinding => {
    const row = at.of === 'indicator' ? source.indicators[at.index] : undefined
    return {
      rule,
      severity,
      message,
      fix,
      indicatorId: row?.id ?? null,
      field: at.of === 'indicator' || at.of === 'project' || at.of === 'execution' ? at.field : null,
      at: cellKey(at),
      line: row === undefined ? (lines[cellKey(at)] ?? null) : row.sourceLine,
    }
  }
  return [
    ...keptFindings(source.readerFindings).map(({ rule, severity, message, line }) => ({
      rule,
      severity,
      message,
      line,
      indicatorId: null,
      field: null,
      at: `line.${line}`,
      fix: null,
    })),
    ...findProblems(source.project, source.scheme).map(ofRules),
  ]
}

export const countFindings = (findings: readonly { readonly severity: Severity }[]): FindingCounts => {
  const counts = { block: 0, explain: 0, warn: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}
