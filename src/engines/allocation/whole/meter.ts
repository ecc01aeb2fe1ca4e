/** How much work was done, and whether it is enough. */
export interface Meter {
  done: number
  readonly isOver: () => boolean
}

/** What a pass over all knapsacks and a regrouping count for, in iterations. */
export const effort = { pass: 10, regroup: 1 } as const
