import { formatActual, formatTarget } from '@biaochi/domain'
import type { Indicator, Project } from '@biaochi/domain'
import type { FormReading } from '../read-form.ts'

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (wide.test(char) ? 2 : 1), 0)
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** A reading as a table for people: every project with its indicators. */
export const printReading = (reading: FormReading): string =>
  reading.projects.map(({ project, line }) => printProject(project, line)).join('\n') ||
  '没有读到项目 / no project was read\n'

function printProject(project: Project, line: number): string {
  const head = [
    `${project.name ?? '（无项目名称）'}  ${project.fiscalYear ?? '（无年度）'}  ${project.implementer ?? ''}  第${line}行`,
    ...project.goals.map((goal) => `  ${goal.label}：${goal.text.replaceAll('\n', ' ')}`),
    ...project.funds.map((fund) => `  ${fund.period}/${fund.source}/${fund.stage} ${fund.amount} 元`),
  ]
  const rows = project.indicators.map((indicator) => columnsOf(indicator, project))
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))))
  const table = rows.map((row) =>
    `  ${row.map((cell, at) => pad(cell, widths[at] ?? 0)).join('  ')}`.trimEnd(),
  )
  const total =
    project.totalScore === null ? [] : [`  总分 ${project.totalWeight ?? ''} ${project.totalScore}`]
  return [...head, ...table, ...total, ''].join('\n')
}

const columnsOf = (indicator: Indicator, project: Project): readonly string[] => [
  indicator.period === 'midterm' ? '中期' : '年度',
  indicator.level1 ?? '?',
  indicator.level2 ?? '?',
  indicator.name ?? '?',
  formatTarget(indicator.target) || '?',
  ...(project.form === 'self-evaluation'
    ? [
        formatActual(indicator.actual) || '?',
        indicator.weight ?? '?',
        indicator.score ?? '?',
        indicator.reason ?? '',
      ]
    : []),
]
