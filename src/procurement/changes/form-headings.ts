import type { FormKind } from './forms/form-kind.ts'

/** What each form does, as its heading, and when it is the right one. */
export const formHeadings: { readonly [kind in FormKind]: { readonly heading: string; readonly when: string } } = {
  extension: {
    heading: 'Take an option to extend the contract',
    when: 'The next option is taken, for all of its days or for fewer.',
  },
  'option-declined': {
    heading: 'Do not take an option',
    when: 'The contract ends where it is agreed to end; options after this one go with it.',
  },
  variation: {
    heading: 'Vary the contract',
    when: 'What is said of it changes: title, worth, monitoring, what follows. Or it is kept going past its options, to bridge the time until what follows is ready.',
  },
  'early-end': {
    heading: 'End the contract early',
    when: 'It is over before its agreed last day. Options still open fall away.',
  },
  join: {
    heading: 'A provider joins a lot',
    when: 'A provider is put into a lot in the term, with its role, rank and prices.',
  },
  leave: {
    heading: 'A provider leaves a lot',
    when: 'Nothing more is offered to it from that day. Whoever leads a lot names who leads after.',
  },
  standing: {
    heading: 'Change a role or rank',
    when: 'A provider is asked earlier or later than before. A new lead changes places with the present one.',
  },
  transfer: {
    heading: 'Hand over to another provider',
    when: 'After a merger or a sale: another takes the place, the rank and the prices in every lot.',
  },
  suspension: {
    heading: 'Suspend the contract or a provider',
    when: 'Nothing new is offered from the contract, or to one provider in a lot, for a time or until it is lifted.',
  },
  resumption: {
    heading: 'Lift a suspension, or confirm a provider',
    when: 'Offers begin again on that day. A provider that an import did not find in the register is confirmed here, once it is registered.',
  },
}
