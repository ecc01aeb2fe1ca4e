import type { ContractKind } from '../contract-kind.ts'
import { contractsPath } from '../register/paths.ts'

/** Lengths of steps, committee dates and who may approve what. */
export const planningPath = (slug: string): string => `${contractsPath(slug)}/planning`

/** The steps of buying anew for one kind of contract, or for every other kind. */
export const leadTimePath = (slug: string, kind: ContractKind | ''): string =>
  `${planningPath(slug)}/steps/${kind || 'other'}`

/** Where dates of committees are added and taken away. */
export const committeesPath = (slug: string): string => `${planningPath(slug)}/committees`

/** Who may approve which change, up to what it commits. */
export const authorityPath = (slug: string): string => `${contractsPath(slug)}/authority`

/** Where a meeting is taken away. */
export const removeMeetingPath = (slug: string): string => `${committeesPath(slug)}/remove`
