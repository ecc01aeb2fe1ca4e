import type { AskedChange } from '../change.ts'
import type { Contract } from '../contract.ts'
import type { AskedPlace, ChangeContext } from './change-context.ts'
import { decideEarlyEnd } from './decide-early-end.ts'
import { decideJoin } from './decide-join.ts'
import { decideLeave } from './decide-leave.ts'
import { decideExtension, decideNoExtension } from './decide-option.ts'
import { decideRates } from './decide-rates.ts'
import { decideStanding } from './decide-standing.ts'
import { decideResumption, decideSuspension } from './decide-suspension.ts'
import { decideTransfer } from './decide-transfer.ts'
import { decideVariation } from './decide-variation.ts'
import { type Decision, refuse } from './decision.ts'

/** The rule that decides on changes of a contract, for the ledger. */
export const changeRule = { name: 'procurement.change', version: '1' } as const

/** Whether a contract may be changed as it is asked, and what is then to be written. */
export function decideChange(contract: Contract, asked: AskedChange, context: ChangeContext): Decision {
  if (contract.sharedFrom)
    return refuse('led-by-another', 'This contract is led by another partnership, which makes its changes.')
  if (contract.stage !== 'awarded')
    return refuse('not-awarded', 'This contract is not awarded: there is nothing to change.')
  if (asked.reason.trim() === '') return refuse('no-reason', 'Give a reason for the change.', 'reason')
  const { change, effectiveOn } = asked
  switch (change.kind) {
    case 'award':
      return refuse('already-decided', 'This contract is awarded already.')
    case 'variation':
      return decideVariation(contract, { change, effectiveOn })
    case 'extension':
      return decideExtension(contract, { ...change, effectiveOn })
    case 'option-declined':
      return decideNoExtension(contract, { ...change, effectiveOn })
    case 'suspension':
      return decideSuspension(contract, { ...change, effectiveOn })
    case 'resumption':
      return decideResumption(contract, { ...change, effectiveOn }, context)
    case 'early-end':
      return decideEarlyEnd(contract, { effectiveOn })
    case 'join':
      return decideJoin(contract, { change, effectiveOn }, context)
    case 'leave':
      return decideLeave(contract, { change, effectiveOn })
    case 'standing':
      return decideStanding(contract, { change, effectiveOn })
    case 'transfer':
      return decideTransfer(contract, { change, effectiveOn }, context)
    case 'rates':
      return decideRates(contract, { change, effectiveOn }, context)
  }
}

/** Who is to get a place by a change, and for which kinds of service: what has to be known before it is decided. */
export function placesAsked(
  { lots }: Pick<Contract, 'lots'>,
  { change }: Pick<AskedChange, 'change'>,
): readonly AskedPlace[] {
  switch (change.kind) {
    case 'join':
      return lots
        .filter(({ id }) => id === change.lotId)
        .map(({ serviceType }) => ({ organisationId: change.standing.organisationId, serviceType }))
    case 'transfer':
      return lots.map(({ serviceType }) => ({ organisationId: change.toOrganisationId, serviceType }))
    case 'resumption':
      return lots.flatMap(({ serviceType, standings }) =>
        standings
          .filter(({ lotProviderId }) => lotProviderId === change.lotProviderId)
          .map(({ organisationId }) => ({ organisationId, serviceType })),
      )
    default:
      return []
  }
}
