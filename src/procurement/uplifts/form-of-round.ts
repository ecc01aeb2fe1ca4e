import type { Typed } from '../changes/forms/typed.ts'
import { dateFields } from '../changes/forms/typed.ts'
import type { UpliftRound } from './round.ts'

/** A round as the fields of its form. */
export function formOfRound({ title, from, reason, terms, document }: UpliftRound): Typed {
  const { scope, change } = terms
  const about = scope.kind === 'lot' ? 'contract' : scope.kind
  return {
    title: [title],
    about: [about],
    contract: ['reference' in scope ? scope.reference : ''],
    lot: [scope.kind === 'lot' ? scope.lot : ''],
    careGroup: [scope.kind === 'care-group' ? scope.key : ''],
    framework: [scope.kind === 'national' ? scope.key : ''],
    way: [change.kind],
    percent: [change.kind === 'percent' ? String(change.basisPoints / 100) : ''],
    reason: [reason],
    documentName: [document?.name ?? ''],
    documentDigest: [document?.digest ?? ''],
    ...dateFields('from', from),
  }
}
