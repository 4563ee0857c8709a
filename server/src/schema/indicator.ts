import { formatMessage, scoreIndicator } from '@biaochi/domain'
import { builder } from '../builder.ts'
import { indicatorCellsSelect, indicatorFromRow } from '../rows/indicator-row.ts'
import { plainRow } from '../rows/plain-row.ts'
import { schemeOf } from '../scheme-of.ts'
import { IndicatorPeriod, Locale, QualitativeGrade } from './enums.ts'
import { MeasureRef } from './measure.ts'

export const IndicatorRef = builder.prismaObject('Indicator', {
  select: { id: true },
  fields: (t) => ({
    id: t.exposeID('id'),
    project: t.relation('project'),
    fiscalYear: t.exposeInt('fiscalYear'),
    period: t.expose('period', { type: IndicatorPeriod }),
    level1: t.exposeString('level1', { nullable: true }),
    level2: t.exposeString('level2', { nullable: true }),
    name: t.exposeString('name', { nullable: true }),
    target: t.field({
      type: MeasureRef,
      description: '指标值。',
      select: indicatorCellsSelect,
      resolve: (row) => ({ column: 'target' as const, measure: indicatorFromRow(plainRow(row)).target }),
    }),
    actual: t.field({
      type: MeasureRef,
      description: '实际完成值。',
      select: indicatorCellsSelect,
      resolve: (row) => ({ column: 'actual' as const, measure: indicatorFromRow(plainRow(row)).actual }),
    }),
    weight: t.expose('weight', { type: 'Decimal', nullable: true }),
    ruleScore: t.expose('ruleScore', { type: 'Decimal', nullable: true }),
    score: t.expose('score', { type: 'Decimal', nullable: true }),
    reason: t.exposeString('reason', { nullable: true }),
    grade: t.expose('grade', { type: QualitativeGrade, nullable: true }),
    met: t.exposeBoolean('met', { nullable: true }),
    explanation: t.string({
      nullable: true,
      description: '一句话说明规则得分从何而来。',
      args: {
        locale: t.arg({ type: Locale, required: false, description: '语言；不给则依 Accept-Language。' }),
      },
      select: { ...indicatorCellsSelect, project: { select: { schemeId: true, schemeVersion: true } } },
      resolve: ({ project, ...row }, args, { locale }) =>
        formatMessage(
          scoreIndicator(indicatorFromRow(plainRow(row)), schemeOf(project)).explanation,
          args.locale ?? locale,
        ),
    }),
    position: t.exposeInt('position'),
    version: t.exposeInt('version'),
    sourceLine: t.exposeInt('sourceLine', { nullable: true }),
  }),
})
