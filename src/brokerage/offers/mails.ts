import { defineMail } from '../../core/outbox/index.ts'
import type { PartnershipNotice, ProviderNotice } from './notice-kind.ts'

/** What a mail names: by reference and address, never by who somebody is. */
interface OfOffer {
  readonly reference: string
  /** In full where the address of the site is known; else where to look. */
  readonly place: string
}

const usefulForHours = 7 * 24

const sees = ({ place }: OfOffer): string => `See ${place}`

/** Mails to a provider's people. */
export const providerMails = {
  'offer-sent': defineMail({
    kind: 'brokerage.offer-sent',
    subject: 'You are offered care to give',
    usefulForHours,
    text: (of: OfOffer) => `Offer ${of.reference} is open for you to answer. It says until when.\n\n${sees(of)}`,
  }),
  'offer-reminder': defineMail({
    kind: 'brokerage.offer-reminder',
    subject: 'An offer is waiting for your answer',
    usefulForHours: 24,
    text: (of: OfOffer) =>
      `Offer ${of.reference} is still open. Without an answer in time the next provider is asked.\n\n${sees(of)}`,
  }),
  'question-answered': defineMail({
    kind: 'brokerage.question-answered',
    subject: 'Your question about an offer is answered',
    usefulForHours,
    text: (of: OfOffer) =>
      `Your question about offer ${of.reference} is answered, and its clock is running again.\n\n${sees(of)}`,
  }),
  'proposal-declined': defineMail({
    kind: 'brokerage.proposal-declined',
    subject: 'The times that you proposed can’t be agreed',
    usefulForHours,
    text: (of: OfOffer) =>
      `Offer ${of.reference} stays as it was asked for, and its clock is running again.\n\n${sees(of)}`,
  }),
  'offer-withdrawn': defineMail({
    kind: 'brokerage.offer-withdrawn',
    subject: 'An offer was taken back',
    usefulForHours,
    text: (of: OfOffer) => `Offer ${of.reference} was taken back. You need do nothing.\n\n${sees(of)}`,
  }),
  'offer-taken': defineMail({
    kind: 'brokerage.offer-taken',
    subject: 'An offer was taken by another provider',
    usefulForHours,
    text: (of: OfOffer) => `Another provider took offer ${of.reference}. You need do nothing.\n\n${sees(of)}`,
  }),
  'placement-agreed': defineMail({
    kind: 'brokerage.placement-agreed',
    subject: 'The times that you proposed are agreed',
    usefulForHours,
    text: (of: OfOffer) => `What you proposed for offer ${of.reference} is agreed.\n\n${sees(of)}`,
  }),
} satisfies Record<ProviderNotice, unknown>

/** Mails to the partnership's own people. */
export const partnershipMails = {
  'question-asked': defineMail({
    kind: 'brokerage.question-asked',
    subject: 'A provider asks about an offer',
    usefulForHours,
    text: (of: OfOffer) =>
      `A provider asked something about package ${of.reference}. Its clock rests until you answer.\n\n${sees(of)}`,
  }),
  'proposal-made': defineMail({
    kind: 'brokerage.proposal-made',
    subject: 'A provider proposes other times',
    usefulForHours,
    text: (of: OfOffer) =>
      `A provider proposed other times for package ${of.reference}. Its clock rests until you decide.\n\n${sees(of)}`,
  }),
  'nobody-left': defineMail({
    kind: 'brokerage.nobody-left',
    subject: 'Nobody is left to ask for a package',
    usefulForHours,
    text: (of: OfOffer) =>
      `Everyone whom the rule names was asked for package ${of.reference}, and not all of it is placed.\n\n${sees(of)}`,
  }),
  'approval-asked': defineMail({
    kind: 'brokerage.approval-asked',
    subject: 'A price needs your approval',
    usefulForHours,
    text: (of: OfOffer) =>
      `The next offer for package ${of.reference} is above the limit, and waits for approval.\n\n${sees(of)}`,
  }),
  'still-waiting': defineMail({
    kind: 'brokerage.still-waiting',
    subject: 'A provider is still waiting for an answer',
    usefulForHours,
    text: (of: OfOffer) =>
      `A provider asked or proposed something about package ${of.reference} and has had no answer.\n\n${sees(of)}`,
  }),
  'approval-still-waiting': defineMail({
    kind: 'brokerage.approval-still-waiting',
    subject: 'A price is still waiting for approval',
    usefulForHours,
    text: (of: OfOffer) =>
      `An offer for package ${of.reference} is still waiting for the approval of its price.\n\n${sees(of)}`,
  }),
} satisfies Record<PartnershipNotice, unknown>
