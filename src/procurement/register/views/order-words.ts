import type { sortKeys } from '../register-order.ts'

/** What the register is sorted by, as people read it. */
export const orderWords: { readonly [key in (typeof sortKeys)[number]]: string } = {
  attention: 'What needs attention first',
  title: 'Title',
  spend: 'Spend a year',
  ends: 'End',
  reference: 'Reference',
}
