import type { LadderStep } from '../../ui/parts/index.ts'

/** The steps of an offer that is with its second step. */
export const offerSteps: readonly LadderStep[] = [
  {
    heading: 'Step 1. Lead provider for the lot',
    kind: 'past',
    note: 'asked Monday 14:10',
    offers: [
      {
        who: 'Example provider A',
        place: 'Rank 1 of 1',
        state: { kind: 'stopped', word: 'Declined 15:58' },
        note: 'No capacity: no runs before 9am in this ward',
      },
    ],
  },
  {
    heading: 'Step 2. Area-wide providers',
    kind: 'current',
    note: 'asked one at a time',
    offers: [
      {
        who: 'Example provider B',
        place: 'Turn 1 of 2',
        state: { kind: 'stopped', word: 'No answer by 09:00' },
        note: 'Counted as a decline after 3 working hours',
      },
      {
        who: 'Example provider C, the one with a name that takes more than one line',
        place: 'Turn 2 of 2',
        state: { kind: 'current', word: 'Waiting, 1 h 42 left' },
        note: 'Asked 09:00 today. Due 12:00',
      },
    ],
  },
  {
    heading: 'Step 3. Additional providers',
    kind: 'next',
    note: 'not asked yet',
    offers: [
      {
        who: '5 providers nearby',
        place: 'Asked together, first to accept',
        state: { kind: 'planned', word: 'Opens 12:00 if needed' },
        note: 'Above £22.50 an hour needs a manager’s approval',
      },
    ],
  },
]
