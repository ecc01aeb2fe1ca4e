import type { Partnership } from '../auth/index.ts'
import type { ImportKind } from './import-kind.ts'

/** Why a kind of file can't be imported from a partnership's pages; undefined when it can. */
export function barredBecause(
  kind: Pick<ImportKind, 'shared'>,
  partnership: Pick<Partnership, 'demonstration'>,
  all: readonly Pick<Partnership, 'demonstration'>[],
): string | undefined {
  const real = all.some(({ demonstration }) => !demonstration)
  // Anyone may step into a demonstration, and what is shared stands on everybody's pages.
  if (!kind.shared || !partnership.demonstration || !real) return undefined
  return 'This partnership is a demonstration. What real partnerships on this service share can’t be changed from here.'
}
