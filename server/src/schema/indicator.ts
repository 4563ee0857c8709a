import { formatMessage, scoreIndicator } from '@biaochi/domain'
import { builder } from '../builder.ts'
import type { IndicatorRow } from '../reads/row-types.ts'
import { indicatorCells } from '../reads/whole-project.ts'
import { indicatorFromRow } from '../rows/indicator-row.ts'
import { schemeOf } from '../scheme-of.ts'
import { IndicatorPeriod, Locale, QualitativeGrade } from './enums.ts'
import { MeasureRef } from './measure.ts'
import { NodeRef } from './node-interface.ts'
import { ProjectRef } from './project.ts'
import { related } from './related.ts'

export const IndicatorRef = builder.objectRef<IndicatorRow>('Indicator')

IndicatorRef.implement({
  description: '绩效指标（三级指标）及其指标值、实际完成值、分值与得分。',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: '标识（UUIDv7）。' }),
    project: t.field({
      type: ProjectRef,
      description: '所属项目。',
      resolve: related('Indicator', 'project'),
    }),
    fiscalYear: t.exposeInt('fiscalYear', { description: '财政年度。' }),
    period: t.expose('period', { type: IndicatorPeriod, description: '时期：年度或中期。' }),
    level1: t.exposeString('level1', { nullable: true, description: '一级指标。' }),
    level2: t.exposeString('level2', { nullable: true, description: '二级指标。' }),
    name: t.exposeString('name', { nullable: true, description: '三级指标名称。' }),
    target: t.field({
      type: MeasureRef,
      description: '指标值。',
      extensions: { embeds: 'target' },
      resolve: (row) => ({
        column: 'target' as const,
        kind: row.targetKind,
        raw: row.targetRaw,
        operator: row.targetOperator,
        value: row.targetValue,
        multiplier: row.targetMultiplier,
        unit: row.targetUnit,
        text: row.targetText,
        operatorAssumed: row.targetOperatorAssumed,
        unitAssumed: row.targetUnitAssumed,
        approximate: row.targetApproximate,
      }),
    }),
    actual: t.field({
      type: MeasureRef,
      description: '实际完成值。',
      extensions: { embeds: 'actual' },
      resolve: (row) => ({
        column: 'actual' as const,
        kind: row.actualKind,
        raw: row.actualRaw,
        operator: row.actualOperator,
        value: row.actualValue,
        multiplier: row.actualMultiplier,
        unit: row.actualUnit,
        text: row.actualText,
        operatorAssumed: row.actualOperatorAssumed,
        unitAssumed: row.actualUnitAssumed,
        approximate: row.actualApproximate,
      }),
    }),
    weight: t.expose('weight', { type: 'Decimal', nullable: true, description: '分值。' }),
    ruleScore: t.expose('ruleScore', {
      type: 'Decimal',
      nullable: true,
      description: '按规则计算的得分；不能计分时为空。',
    }),
    score: t.expose('score', { type: 'Decimal', nullable: true, description: '自评得分。' }),
    reason: t.exposeString('reason', { nullable: true, description: '偏差原因分析及改进措施。' }),
    grade: t.expose('grade', { type: QualitativeGrade, nullable: true, description: '定性指标的等次。' }),
    met: t.exposeBoolean('met', { nullable: true, description: '是否达到指标值；无从判断时为空。' }),
    explanation: t.string({
      nullable: true,
      description: '一句话说明规则得分从何而来。',
      args: {
        locale: t.arg({ type: Locale, required: false, description: '语言；不给则依 Accept-Language。' }),
      },
      extensions: {
        needs: { ...indicatorCells, relations: { project: { columns: ['schemeId', 'schemeVersion'] } } },
      },
      resolve: ({ project, ...row }, args, { locale }) => {
        if (project === undefined) throw new Error('the indicator was read without its project')
        const { explanation } = scoreIndicator(indicatorFromRow(row), schemeOf(project))
        return formatMessage(explanation, args.locale ?? locale)
      },
    }),
    position: t.exposeInt('position', { description: '在项目中的次序，从 0 起。' }),
    version: t.exposeInt('version', { description: '行版本，每次修改加一。' }),
    sourceLine: t.exposeInt('sourceLine', { nullable: true, description: '在导入文件中的行号。' }),
  }),
})
