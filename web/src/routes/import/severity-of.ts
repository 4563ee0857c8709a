import type { Severity } from '@biaochi/domain'
import type { FormFinding } from '#lib/api/import.ts'

const severities: Record<FormFinding['severity'], Severity> = {
  BLOCK: 'block',
  EXPLAIN: 'explain',
  WARN: 'warn',
}
const gravity: readonly Severity[] = ['block', 'explain', 'warn']

export const severityOf = (finding: FormFinding): Severity => severities[finding.severity]

/** The gravest finding of every line. */
export function markLines(findings: readonly FormFinding[]): ReadonlyMap<number, Severity> {
  const marks = new Map<number, Severity>()
  for (const finding of findings) {
    const severity = severityOf(finding)
    const known = marks.get(finding.line)
    if (known === undefined || gravity.indexOf(severity) < gravity.indexOf(known))
      marks.set(finding.line, severity)
  }
  return marks
}
