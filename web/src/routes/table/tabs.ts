import { m } from '#lib/i18n.ts'
import { route } from '#lib/route.ts'
import type { SheetPlace } from '#lib/route.ts'

type Tab = 'indicators' | 'projects' | 'agencies'

/** The ways to the tables; indicators and projects keep the year and the agency one is looking at. */
export const tabsOf = (here: Tab | null, place: SheetPlace = {}) => [
  { href: route.sheet(place), name: m.tab_indicators(), isHere: here === 'indicators' },
  { href: route.projects(place), name: m.tab_projects(), isHere: here === 'projects' },
  { href: route.agencies(), name: m.tab_agencies(), isHere: here === 'agencies' },
]
