import { builder } from '../builder.ts'
import { projectFindings } from '../findings.ts'
import { plainRow } from '../rows/plain-row.ts'
import {
  fundOrder,
  indicatorOrder,
  indicatorsFromRows,
  isoDate,
  positionOrder,
  projectFromRows,
  wholeProjectSelect,
} from '../rows/project-row.ts'
import { schemeOf } from '../scheme-of.ts'
import { ProjectForm, ProjectState } from './enums.ts'
import { FindingCountsRef, FindingRef } from './finding.ts'

export const ProjectRef = builder.prismaObject('Project', {
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    fiscalYear: t.exposeInt('fiscalYear'),
    name: t.exposeString('name'),
    form: t.expose('form', { type: ProjectForm }),
    state: t.expose('state', { type: ProjectState }),
    nature: t.exposeString('nature', { nullable: true }),
    category: t.exposeString('category', { nullable: true }),
    startDate: t.expose('startDate', { type: 'Date', nullable: true }),
    endDate: t.expose('endDate', { type: 'Date', nullable: true }),
    periodLabel: t.exposeString('periodLabel', { nullable: true }),
    governmentProcurement: t.exposeString('governmentProcurement', { nullable: true }),
    performanceType: t.exposeString('performanceType', { nullable: true }),
    implementer: t.relation('implementer'),
    supervisor: t.relation('supervisor', { nullable: true }),
    frameworkId: t.exposeString('frameworkId', { nullable: true }),
    frameworkVersion: t.exposeInt('frameworkVersion', { nullable: true }),
    schemeId: t.exposeString('schemeId'),
    schemeVersion: t.exposeInt('schemeVersion'),
    funds: t.relation('funds', { query: { orderBy: fundOrder } }),
    goals: t.relation('goals', { query: { orderBy: positionOrder } }),
    narratives: t.relation('narratives', { query: { orderBy: positionOrder } }),
    indicators: t.relation('indicators', { query: { orderBy: indicatorOrder } }),
    executionWeight: t.expose('executionWeight', { type: 'Decimal', nullable: true }),
    executionRate: t.expose('executionRate', { type: 'Decimal', nullable: true }),
    executionScore: t.expose('executionScore', { type: 'Decimal', nullable: true }),
    printedTotalWeight: t.expose('printedTotalWeight', { type: 'Decimal', nullable: true }),
    printedTotalScore: t.expose('printedTotalScore', { type: 'Decimal', nullable: true }),
    ruleTotal: t.expose('ruleTotal', { type: 'Decimal', nullable: true }),
    ruleGrade: t.exposeString('ruleGrade', { nullable: true }),
    awardedTotal: t.expose('awardedTotal', { type: 'Decimal', nullable: true }),
    awardedGrade: t.exposeString('awardedGrade', { nullable: true }),
    incomplete: t.exposeBoolean('incomplete'),
    findingCounts: t.field({
      type: FindingCountsRef,
      description: '问题数。',
      select: { blockingFindings: true, explainFindings: true, warningFindings: true },
      resolve: (row) => ({
        block: row.blockingFindings,
        explain: row.explainFindings,
        warn: row.warningFindings,
      }),
    }),
    findings: t.field({
      type: [FindingRef],
      description: '全部问题：读表时发现的和现在按规则发现的。',
      select: {
        ...wholeProjectSelect,
        schemeId: true,
        schemeVersion: true,
        sourceLine: true,
        sourceLines: true,
        readerFindings: true,
      },
      resolve: (row) => {
        const project = projectFromRows({
          cells: { ...plainRow(row), startDate: isoDate(row.startDate), endDate: isoDate(row.endDate) },
          implementer: row.implementer.name,
          supervisor: row.supervisor?.name ?? null,
          funds: row.funds.map(plainRow),
          goals: row.goals,
          narratives: row.narratives,
          indicators: indicatorsFromRows(row.indicators.map(plainRow)),
        })
        return [...projectFindings({ ...row, project, scheme: schemeOf(row) })]
      },
    }),
    importBatch: t.relation('importBatch', { nullable: true }),
    sourceLine: t.exposeInt('sourceLine', { nullable: true }),
    version: t.exposeInt('version'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
})
