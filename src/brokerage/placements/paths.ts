import { packagePath } from '../paths.ts'
import type { ChangeKind } from './change-kind.ts'

/** Where one says what changed of a package. */
export const changePath = (slug: string, reference: string): string => `${packagePath(slug, reference)}/change`

/** The form of one kind of change. */
export const oneChangePath = (slug: string, reference: string, kind: ChangeKind): string =>
  `${changePath(slug, reference)}/${kind}`
