import type { Partnership } from '../auth/index.ts'

/** Who sees to it that public bodies keep the accessibility regulations, and who helps people to complain. */
export interface Enforcement {
  readonly body: string
  readonly helper: { readonly name: string; readonly href: string }
}

const greatBritain: Enforcement = {
  body: 'Equality and Human Rights Commission (EHRC)',
  helper: {
    name: 'Equality Advisory and Support Service (EASS)',
    href: 'https://www.equalityadvisoryservice.com/',
  },
}

/** By nation, because Northern Ireland and laws to come differ. */
export const enforcementIn: { readonly [nation in Partnership['nation']]: Enforcement } = {
  scotland: greatBritain,
  england: greatBritain,
}
