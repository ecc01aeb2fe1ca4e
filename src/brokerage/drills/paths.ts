import type { Id } from '../../core/values/index.ts'
import { drillsPath } from '../paths.ts'

/** Where a drill is asked for. */
export const newDrillPath = (slug: string): string => `${drillsPath(slug)}/new`

/** One drill with what it found. */
export const drillPath = (slug: string, id: Id): string => `${drillsPath(slug)}/${id}`

/** The continuity plan of a drill, as it is printed. */
export const continuityPath = (slug: string, id: Id): string => `${drillPath(slug, id)}/plan`

/** Where the continuity plan of a drill is written on. */
export const editContinuityPath = (slug: string, id: Id): string => `${continuityPath(slug, id)}/edit`

/** The people of a drill as a file. */
export const drillFilePath = (slug: string, id: Id): string => `${drillPath(slug, id)}/people.csv`

/** What tells that a drill goes on. */
export const drillEventsPath = (slug: string, id: Id): string => `${drillPath(slug, id)}/events`
