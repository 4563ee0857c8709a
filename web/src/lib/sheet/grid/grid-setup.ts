import { AG_GRID_LOCALE_CN, AG_GRID_LOCALE_EN } from '@ag-grid-community/locale'
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  ExternalFilterModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
  themeQuartz,
} from 'ag-grid-community'
import type { GridOptions, Module } from 'ag-grid-community'
import { getLocale } from '#lib/i18n.ts'
import type { GridRow } from '../grid-row.ts'

export const gridModules: Module[] = [
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  ExternalFilterModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  TooltipModule,
]

/** Colours come from the page's own variables, so that light and dark are one theme. */
const theme = themeQuartz.withParams({
  accentColor: 'var(--accent)',
  backgroundColor: 'var(--surface)',
  foregroundColor: 'var(--text)',
  cellTextColor: 'var(--text)',
  borderColor: 'var(--line)',
  chromeBackgroundColor: 'var(--surface-2)',
  headerBackgroundColor: 'var(--surface-2)',
  headerTextColor: 'var(--text-2)',
  headerFontWeight: 500,
  rowHoverColor: 'var(--hover)',
  oddRowBackgroundColor: 'var(--surface)',
  columnBorder: { color: 'var(--line-soft)' },
  rowBorder: { color: 'var(--line-soft)' },
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  fontFamily: 'inherit',
  fontSize: 13,
  headerFontSize: 12,
  rowHeight: 28,
  headerHeight: 30,
  cellHorizontalPadding: 8,
  spacing: 5,
})

/** The page's nonce: the grid adds style elements of its own, which the content security policy asks about. */
const nonce = (): string | undefined =>
  document.querySelector<HTMLElement>('script[nonce], link[nonce]')?.nonce

export function gridDefaults(): GridOptions<GridRow> {
  const styleNonce = nonce()
  return {
    theme,
    ...(styleNonce === undefined ? {} : { styleNonce }),
    localeText: getLocale() === 'en' ? AG_GRID_LOCALE_EN : AG_GRID_LOCALE_CN,
    readOnlyEdit: true,
    suppressModelUpdateAfterUpdateTransaction: true,
    stopEditingWhenCellsLoseFocus: true,
    suppressDragLeaveHidesColumns: true,
    suppressScrollOnNewData: true,
    tooltipShowDelay: 350,
    animateRows: false,
  }
}
