import {
  countProblems,
  findProblems,
  type CellRef,
  type Finding,
  type Fix,
  type Message,
  type Project,
  type ProjectScore,
  type Scheme,
  type Severity,
} from '@biaochi/domain'
import { cellKey, lineOf } from '@biaochi/forms'
import { z } from 'zod'

/** A finding of a stored project: what the rules say now, and what the reader said when the form was imported. */
export interface ProjectFinding {
  readonly rule: string
  readonly severity: Severity
  readonly message: Message
  readonly indicatorId: string | null
  readonly field: string | null
  /** The cell as a path: fund/annual/fiscal/executed, indicator/3/target, line/17. */
  readonly at: string
  readonly line: number | null
  readonly fix: Fix | null
}

export interface FindingCounts {
  readonly block: number
  readonly explain: number
  readonly warn: number
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

const formFindings = z.array(formFinding)

// Written by our own import and read back here: what does not fit is a bug and throws.
export const keptFindings = (json: unknown): FormFinding[] => formFindings.parse(json)
const sourceLines = z.record(z.string(), z.number())

export interface FindingSource {
  readonly project: Project
  readonly scheme: Scheme
  /** In the order of `project.indicators`. */
  readonly indicators: readonly { readonly id: string; readonly sourceLine: number | null }[]
  /** The project's first line in the file it was imported from. */
  readonly sourceLine: number | null
  /** The lines of its cells, by `cellKey`, but for the indicators', whose rows know their own. */
  readonly sourceLines: unknown
  readonly readerFindings: unknown
}

/** Every finding of a project, the reader's first. */
export const projectFindings = (source: FindingSource): readonly ProjectFinding[] => {
  const lines = sourceLines.parse(source.sourceLines)
  const lineInFile = (at: CellRef): number | null =>
    source.sourceLine === null ? null : lineOf({ line: source.sourceLine, lines }, at)
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
      line: row === undefined ? lineInFile(at) : row.sourceLine,
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
      at: `line/${line}`,
      fix: null,
    })),
    ...findProblems(source.project, source.scheme).map(ofRules),
  ]
}

/** How many findings a project has: what the rules say of it with these scores, and what its reader said. */
export const countFindings = (
  { project, scheme, readerFindings }: Pick<FindingSource, 'project' | 'scheme' | 'readerFindings'>,
  score: ProjectScore,
): FindingCounts => {
  const counts = { ...countProblems(project, scheme, score) }
  for (const { severity } of keptFindings(readerFindings)) counts[severity] += 1
  return counts
}
