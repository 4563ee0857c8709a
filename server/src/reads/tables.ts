import { columns, type Columns } from './columns.ts'
import type {
  AgencyRow,
  FundRow,
  GoalRow,
  ImportBatchRow,
  IndicatorRow,
  NarrativeRow,
  ProjectRow,
  TypeName,
} from './row-types.ts'

/** To one row, by a key of ours; or to many, which name us by theirs. */
export type Relation =
  | { readonly kind: 'one'; readonly to: TypeName; readonly key: string }
  | {
      readonly kind: 'many'
      readonly to: TypeName
      readonly key: string
      readonly column: string
      readonly order: string
    }

export interface Table {
  readonly name: string
  readonly columns: Columns
  readonly relations: Readonly<Record<string, Relation>>
}

const ofProject = (to: TypeName, order: string): Relation => ({
  kind: 'many',
  to,
  key: 'projectId',
  column: 'project_id',
  order,
})

/** Every table that is read by SQL of our own, by the name of its type in the API. */
export const tables: Readonly<Record<TypeName, Table>> = {
  Agency: {
    name: 'agency',
    columns: columns<AgencyRow>({
      plain: ['id', 'parentId', 'code', 'name', 'shortName', 'formerNames', 'region', 'active', 'version'],
      time: ['createdAt', 'updatedAt'],
    }),
    relations: {},
  },
  Project: {
    name: 'project',
    columns: columns<ProjectRow>({
      plain: [
        'id',
        'fiscalYear',
        'implementerId',
        'supervisorId',
        'name',
        'form',
        'state',
        'nature',
        'category',
        'periodLabel',
        'governmentProcurement',
        'performanceType',
        'ruleGrade',
        'awardedGrade',
        'incomplete',
        'blockingFindings',
        'explainFindings',
        'warningFindings',
        'frameworkId',
        'frameworkVersion',
        'schemeId',
        'schemeVersion',
        'importBatchId',
        'sourceLine',
        'sourceLines',
        'readerFindings',
        'version',
      ],
      decimal: [
        'executionWeight',
        'executionRate',
        'executionScore',
        'printedTotalWeight',
        'printedTotalScore',
        'ruleTotal',
        'awardedTotal',
      ],
      date: ['startDate', 'endDate'],
      time: ['createdAt', 'updatedAt'],
    }),
    relations: {
      implementer: { kind: 'one', to: 'Agency', key: 'implementerId' },
      supervisor: { kind: 'one', to: 'Agency', key: 'supervisorId' },
      importBatch: { kind: 'one', to: 'ImportBatch', key: 'importBatchId' },
      funds: ofProject('Fund', '"period", "source", "stage"'),
      goals: ofProject('Goal', '"position", "id"'),
      narratives: ofProject('Narrative', '"position", "id"'),
      indicators: ofProject('Indicator', '"position", "id"'),
    },
  },
  Indicator: {
    name: 'indicator',
    columns: columns<IndicatorRow>({
      plain: [
        'id',
        'projectId',
        'fiscalYear',
        'implementerId',
        'period',
        'level1',
        'level2',
        'name',
        'targetKind',
        'targetRaw',
        'targetOperator',
        'targetMultiplier',
        'targetUnit',
        'targetText',
        'targetOperatorAssumed',
        'targetUnitAssumed',
        'targetApproximate',
        'actualKind',
        'actualRaw',
        'actualOperator',
        'actualMultiplier',
        'actualUnit',
        'actualText',
        'actualOperatorAssumed',
        'actualUnitAssumed',
        'actualApproximate',
        'reason',
        'grade',
        'met',
        'position',
        'version',
        'sourceLine',
      ],
      decimal: ['targetValue', 'actualValue', 'weight', 'ruleScore', 'score'],
      time: ['createdAt', 'updatedAt'],
    }),
    relations: { project: { kind: 'one', to: 'Project', key: 'projectId' } },
  },
  Fund: {
    name: 'fund',
    columns: columns<FundRow>({
      plain: ['id', 'projectId', 'period', 'source', 'stage'],
      decimal: ['amount'],
    }),
    relations: {},
  },
  Goal: {
    name: 'goal',
    columns: columns<GoalRow>({ plain: ['id', 'projectId', 'period', 'label', 'text', 'position'] }),
    relations: {},
  },
  Narrative: {
    name: 'narrative',
    columns: columns<NarrativeRow>({ plain: ['id', 'projectId', 'key', 'text', 'position'] }),
    relations: {},
  },
  ImportBatch: {
    name: 'import_batch',
    columns: columns<ImportBatchRow>({
      plain: ['id', 'fileName', 'layout', 'sha256', 'text', 'findings', 'author'],
      time: ['importedAt'],
    }),
    relations: {
      projects: {
        kind: 'many',
        to: 'Project',
        key: 'importBatchId',
        column: 'import_batch_id',
        order: '"id"',
      },
    },
  },
}
