import type { IsoDate } from '../../core/values/index.ts'
import type { Contract } from '../contract.ts'
import { type ChangeContext, placeKey } from './change-context.ts'
import { within } from './days.ts'
import type { Effect } from './effect.ts'
import { standingEffect } from './effect-of.ts'

/**
 * What becomes of places that a file gave to providers whom no register named: from a day on, those whom one names now
 * stand as the others do. Who is suspended everywhere waits.
 */
export const decideConfirmation = (
  { lots, sharedFrom }: Pick<Contract, 'lots' | 'sharedFrom'>,
  { places }: Pick<ChangeContext, 'places'>,
  from: IsoDate,
): readonly Effect[] =>
  // A copy follows its lead.
  sharedFrom
    ? []
    : lots.flatMap((lot) =>
        within(lot.standings, { from, until: null })
          .filter(({ state, organisationId }) => {
            const may = places.get(placeKey(organisationId, lot.serviceType))
            return state === 'unconfirmed' && may?.allowed === true && may.registrationId !== null
          })
          .map((piece) => standingEffect(lot, piece, { state: 'active', awarded: true })),
      )
