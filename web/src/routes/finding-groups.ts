import { formatMessage } from '@biaochi/domain'
import type { FindingGroup, FindingItem } from '#lib/components/FindingsPanel.svelte'
import { getLocale, m } from '#lib/i18n.ts'
import { columnName } from '#lib/sheet/indicator-columns.ts'
import type { ProjectView, SheetFinding } from '#lib/sheet/project-view.ts'
import type { IndicatorSheet } from '#lib/sheet/sheet.svelte.ts'

/** As many as a list shows without getting slow; the rest is one project away. */
const most = 400

/** The findings of these projects as the panel lists them, and how many it leaves out. */
export function listFindings(
  sheet: IndicatorSheet,
  projectIds: readonly string[],
): { readonly groups: readonly FindingGroup[]; readonly more: number } {
  const groups: FindingGroup[] = []
  let shown = 0
  let more = 0
  for (const id of projectIds) {
    const view = sheet.group(id)
    if (view === undefined) continue
    const room = Math.max(0, most - shown)
    const items = view.findings.slice(0, room).map((finding, index) => describe(sheet, view, finding, index))
    shown += items.length
    more += view.findings.length - items.length
    if (items.length > 0) groups.push({ id, name: view.project.document.name ?? m.project_unnamed(), items })
  }
  return { groups, more }
}

function describe(
  sheet: IndicatorSheet,
  view: ProjectView,
  finding: SheetFinding,
  index: number,
): FindingItem {
  const { rowId, field, message, severity, rule, line, fix } = finding
  const name = rowId === null ? null : sheet.model.row(rowId)?.record.name
  const where =
    field === null ? m.finding_at_project() : [name ?? m.cell_empty(), columnName(field)].join(' · ')
  return {
    key: String(index),
    severity,
    rule,
    line,
    where,
    text: typeof message === 'string' ? message : formatMessage(message, getLocale()),
    fix: fix?.value ?? null,
  }
}
