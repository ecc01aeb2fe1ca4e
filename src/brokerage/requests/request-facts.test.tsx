import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { CarePackage } from '../care-package.ts'
import { needCriteria } from './reference/need-criteria.ts'
import { RequestFacts } from './views/request-facts.tsx'

const asked = {
  criteria: 'scotland-national-2009',
  level: 'substantial',
  noLevelReason: null,
  assessedOn: '2026-11-20',
  outcomes: ['See friends'],
  choices: '',
  needs: ['hoist'],
  supportOption: 2,
  shortTerm: false,
  penPicture: 'Likes the radio',
  lines: [{ id: 'a', band: 'evening', days: [1, 2, 3, 4, 5], minutes: 45, carers: 2 }],
} as unknown as CarePackage

test('a package says what was asked for, under the criteria that held when it was assessed', () => {
  const shown = render(<RequestFacts of={asked} nation="scotland" criteria={needCriteria} />)
  for (const part of [
    'Substantial risk (National eligibility criteria)',
    'Evening, 45 minutes, two carers, Monday to Friday',
    'Hoist',
    'See friends',
    'Option 2: the person chooses, the council arranges',
  ])
    expect(shown).toContain(part)
  expect(shown).not.toContain('Chooses')
  const none = render(
    <RequestFacts of={{ ...asked, level: null, noLevelReason: 'Urgent' }} nation="scotland" criteria={needCriteria} />,
  )
  expect(none).toContain('No level yet: Urgent')
})
