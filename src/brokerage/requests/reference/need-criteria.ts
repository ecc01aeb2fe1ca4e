import type { IsoDate } from '../../../core/values/index.ts'
import type { NeedCriteria } from '../need-criteria.ts'

type Dated = Omit<NeedCriteria, 'from' | 'until'> & { readonly from: IsoDate; readonly until: IsoDate | null }

const risk = (eligible: readonly string[]) =>
  [
    ['critical', 'Critical risk'],
    ['substantial', 'Substantial risk'],
    ['moderate', 'Moderate risk'],
    ['low', 'Low risk'],
  ].map(([key = '', name = '']) => ({ key, name, eligible: eligible.includes(key) }))

/** By which criteria need is judged, in the days in which they hold; each council says in its policy how far it goes below them. */
export const needCriteria: readonly Dated[] = [
  {
    key: 'scotland-national-2009',
    nation: 'scotland',
    name: 'National eligibility criteria',
    from: '2009-09-28',
    until: null,
    levels: risk(['critical', 'substantial']),
    source:
      'National Standard Eligibility Criteria and Waiting Times for the Personal and Nursing Care of Older People, Scottish Government and COSLA, 28 September 2009',
  },
  {
    key: 'england-fair-access-2003',
    nation: 'england',
    name: 'Fair Access to Care Services',
    from: '2003-04-07',
    until: '2015-04-01',
    levels: risk(['critical', 'substantial']),
    source: 'Fair Access to Care Services, LAC(2002)13; Prioritising need, Department of Health, 2010',
  },
  {
    key: 'england-care-act-2014',
    nation: 'england',
    name: 'Care Act 2014',
    from: '2015-04-01',
    until: null,
    levels: [
      { key: 'eligible', name: 'Eligible needs', eligible: true },
      { key: 'discretion', name: 'Needs met by discretion (section 19)', eligible: false },
      { key: 'not-eligible', name: 'No eligible needs', eligible: false },
    ],
    source: 'Care Act 2014, sections 13, 18 and 19; Care and Support (Eligibility Criteria) Regulations 2015',
  },
]
