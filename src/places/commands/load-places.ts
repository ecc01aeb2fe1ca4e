import type { Db } from '../../core/db/index.ts'
import { councils } from '../reference/councils.ts'
import { lancashire } from '../reference/lancashire.ts'
import { nations } from '../reference/nations.ts'
import { saveAreas } from './save-areas.ts'

/** Writes the areas that every installation has; safe to run at every start, since only what differs is touched. */
export async function loadPlaces(db: Db): Promise<void> {
  const areas = [...nations, ...councils, ...lancashire]
  const memberships = areas.flatMap(({ code, parents }) =>
    parents.map((parent) => ({ hierarchy: parent.hierarchy, code, parent: parent.code, note: null })),
  )
  await saveAreas(db, areas, memberships, true)
}
