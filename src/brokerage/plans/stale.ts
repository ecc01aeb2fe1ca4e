import type { PackageState } from '../care-package.ts'

/** A package that stands otherwise than when the plan was made. */
export interface Stale {
  readonly reference: string
  /** Where it stands now; null where that is still waiting. */
  readonly state: PackageState | null
}

/** Days after which a plan says too little of how things stand to answer for a package. */
export const searchedDays = 30

/** Whether offers can be sent for it. */
export const isWaiting = (state: PackageState | undefined): boolean => state === 'waiting' || state === 'unmet'

/** Which packages of a plan wait no longer, and which wait otherwise than they did. */
export function changedSince(
  packages: readonly { readonly packageId: string; readonly reference: string; readonly version: number }[],
  standing: ReadonlyMap<string, { readonly state: PackageState; readonly version: number }>,
): { readonly gone: readonly Stale[]; readonly changed: readonly Stale[] } {
  const gone: Stale[] = []
  const changed: Stale[] = []
  for (const { packageId, reference, version } of packages) {
    const now = standing.get(packageId)
    if (!isWaiting(now?.state)) gone.push({ reference, state: now?.state ?? 'ended' })
    else if (now?.version !== version) changed.push({ reference, state: null })
  }
  return { gone, changed }
}
