import type { ImportKind } from './core/importing/index.ts'
import {
  committeeDateColumns,
  importCommitteeDates,
  importLeadTimes,
  leadTimeColumns,
  planningPath,
} from './procurement/index.ts'

const ofPartnership = { shared: false, format: 'csv', titlesAbove: true, choices: [] } as const
const planning = (slug: string) => ({ href: planningPath(slug), text: 'See how decision dates are worked out' })

/** What is imported of how decision dates are worked back. */
export const planningImportKinds: readonly ImportKind[] = [
  {
    ...ofPartnership,
    key: 'lead-times',
    title: 'Lead times',
    what: 'How long each step takes before another contract can begin, by kind of contract.',
    columns: () => leadTimeColumns,
    example: {
      kind: 'framework',
      name: 'Example tender',
      step: 'Evaluation and award approved',
      amount: '6',
      unit: 'weeks',
      committee: 'Example Board',
      from: '2026-04-01',
    },
    run: (database, { partnership, file, options }) => importLeadTimes(database, partnership, file, options),
    shownOn: planning,
  },
  {
    ...ofPartnership,
    key: 'committee-dates',
    title: 'Committee dates',
    what: 'Meetings of committees and the days by which papers are in, from which decisions are worked back.',
    columns: () => committeeDateColumns,
    example: { committee: 'Example Board', on: '2027-01-28', papers_by: '2027-01-14' },
    run: (database, { partnership, file, options }) => importCommitteeDates(database, partnership, file, options),
    shownOn: planning,
  },
]
