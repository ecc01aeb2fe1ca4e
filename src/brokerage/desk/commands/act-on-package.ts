import { type Actor, may } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { notFound } from '../../../core/errors/index.ts'
import { type Id, isId } from '../../../core/values/index.ts'
import { answerQuestion } from '../../offers/commands/answer-question.ts'
import { decideApproval } from '../../offers/commands/decide-approval.ts'
import { decideProposal } from '../../offers/commands/decide-proposal.ts'
import { cancelRound, pauseRound, widenRound } from '../../offers/commands/steer-round.ts'
import { type Outcome, refused } from '../../offers/outcome.ts'
import { approvalBy } from '../../offers/queries/approvals.ts'
import { offerBy } from '../../offers/queries/offer.ts'
import { actOnDesk, type DeskAct } from './act-on-desk.ts'

/** What a button of a package's page asks for, with what was typed beside it. */
export interface PackageAct extends DeskAct {
  readonly offerId: string
  readonly approvalId: string
  readonly step: string
  readonly words: string
}

/** Does what a button of a package's page says; refused, nothing has changed. */
export async function actOnPackage(db: Db, actor: Actor, act: PackageAct): Promise<Outcome> {
  const { partnershipId, packageId, version, at, words } = act
  const asked = { partnershipId, packageId, version, at }
  if (act.does === 'approve' || act.does === 'refuse') {
    const approvalId = await ownApproval(db, act)
    return decideApproval(db, actor, { partnershipId, approvalId, approve: act.does === 'approve', words, at })
  }
  if (!may(actor, 'packages.place')) return refused('not-allowed', 'Placing packages is for brokers.')
  switch (act.does) {
    case 'pause':
      return pauseRound(db, actor, asked)
    case 'cancel':
      return cancelRound(db, actor, asked)
    case 'widen':
      return widenRound(db, actor, { ...asked, toStep: Number(act.step) })
    case 'answer':
      return answerQuestion(db, actor, { partnershipId, offerId: await ownOffer(db, act), words, at })
    case 'agree':
    case 'keep': {
      const offerId = await ownOffer(db, act)
      return decideProposal(db, actor, { partnershipId, offerId, accept: act.does === 'agree', at })
    }
    default:
      return actOnDesk(db, actor, act)
  }
}

/** The offer that a form names, if it is one of the package. */
async function ownOffer(db: Db, { partnershipId, packageId, offerId }: PackageAct): Promise<Id> {
  const offer = isId(offerId) ? await offerBy(db, partnershipId, { id: offerId }) : undefined
  if (offer?.packageId !== packageId) throw notFound('This offer')
  return offer.id
}

async function ownApproval(db: Db, { partnershipId, packageId, approvalId }: PackageAct): Promise<Id> {
  const approval = isId(approvalId) ? await approvalBy(db, partnershipId, approvalId) : undefined
  if (approval?.packageId !== packageId) throw notFound('This approval')
  return approval.id
}
