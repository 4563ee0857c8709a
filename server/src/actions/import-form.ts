import type { Indicator, ProjectForm } from '@biaochi/domain'
import type { Database } from '@biaochi/prisma'
import type { Actor } from '../actor.ts'
import type { FormFinding } from '../findings.ts'
import type { Refusal } from './apply-indicator-changes.ts'

export interface FormToImport {
  readonly fileName: string
  readonly text: string
  readonly commit: boolean
  readonly only: readonly number[] | null
  readonly onExisting: 'REFUSE' | 'SKIP'
}

export interface PreviewedProject {
  readonly index: number
  readonly line: number
  readonly name: string | null
  readonly implementer: string | null
  readonly supervisor: string | null
  readonly fiscalYear: number | null
  readonly form: ProjectForm
  readonly indicators: readonly {
    readonly line: number
    readonly indicator: Indicator
    readonly ruleScore: string | null
  }[]
  readonly ruleTotal: string | null
  readonly ruleGrade: string | null
  readonly awardedTotal: string | null
  readonly awardedGrade: string | null
  readonly importable: boolean
  readonly refusal: string | null
  readonly existingId: string | null
  readonly projectId: string | null
}

export interface ImportedForm {
  readonly kind: 'answered'
  readonly layout: string | null
  readonly fiscalYear: number | null
  readonly amountUnit: string | null
  readonly projects: readonly PreviewedProject[]
  readonly findings: readonly FormFinding[]
  readonly committed: boolean
  readonly refusal: string | null
  readonly batchId: string | null
}

export const importForm = (
  _db: Database,
  _actor: Actor,
  _input: FormToImport,
): Promise<ImportedForm | Refusal> => {
  throw new Error('not written yet')
}
