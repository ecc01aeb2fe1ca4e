/** The nations that areas lie in. */
export const nations = ['scotland', 'england', 'wales', 'northern-ireland'] as const
export type Nation = (typeof nations)[number]

/** A place with a code: a council area, a ward, a health board, a locality. */
export interface Area {
  readonly code: string
  readonly name: string
  /** `council`, `ward`, `health-board`, `locality` … */
  readonly kind: string
  readonly nation: Nation
}

/** The area above another in one hierarchy. */
export interface Parent {
  readonly hierarchy: string
  readonly code: string
  readonly name: string
}
