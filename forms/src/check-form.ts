import { findProblems, schemeFor } from '@biaochi/domain'
import type { FormReading } from './read-form.ts'
import { lineOf } from './read-project.ts'
import type { LineFinding } from './report.ts'

/** Everything to say about a form: what the reader could not read and what the domain's rules find, by line. */
export function checkForm(reading: FormReading): readonly LineFinding[] {
  const found = reading.projects.flatMap((read, projectIndex) =>
    findProblems(read.project, schemeFor(read.project)).map(
      ({ rule, severity, at, message }): LineFinding => {
        const line = lineOf(read, at)
        return { line, lastLine: line, severity, rule, message, projectIndex, at }
      },
    ),
  )
  return [...reading.findings, ...found].toSorted((a, b) => a.line - b.line)
}
