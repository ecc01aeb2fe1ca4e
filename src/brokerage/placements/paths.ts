import { packagePath } from '../paths.ts'
import type { ChangeKind } from './change-kind.ts'

/** How much notice providers give, and how long time is kept free at rest. */
export const placementTermsPath = (slug: string): string => `/${slug}/placement-terms`

/** The form of such terms. */
export const newTermsPath = (slug: string): string => `${placementTermsPath(slug)}/new`

/** Where one says what changed of a package. */
export const changePath = (slug: string, reference: string): string => `${packagePath(slug, reference)}/change`

/** The form of one kind of change. */
export const oneChangePath = (slug: string, reference: string, kind: ChangeKind): string =>
  `${changePath(slug, reference)}/${kind}`
