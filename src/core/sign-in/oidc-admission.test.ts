import { expect, test } from 'vitest'
import { admit, type Candidate } from './oidc-admission.ts'

const live: Candidate = { ended: false, demonstration: false, memberships: [1] }
const ended: Candidate = { ...live, ended: true, memberships: [] }
const without: Candidate = { ...live, memberships: [] }
const invented: Candidate = { ...live, demonstration: true }
const nobody = { bySubject: undefined, byEmail: undefined, otherBefore: false, invited: false }

test.each([
  ['who came before comes in, whatever their address is now', { bySubject: live }, { is: 'known', account: live }],
  ['the address finds the account at first', { byEmail: live }, { is: 'known', account: live }],
  [
    'an address that somebody else had opens nothing, not even by an invitation',
    { byEmail: live, otherBefore: true, invited: true },
    { is: 'refused', because: 'other-person' },
  ],
  ['nobody is let in who is neither known nor invited', {}, { is: 'refused', because: 'unknown' }],
  ['whoever is invited comes in', { invited: true }, { is: 'invited' }],
  ['an ended account is closed', { bySubject: ended, byEmail: ended }, { is: 'refused', because: 'no-access' }],
  ['so is one that can act for nobody', { byEmail: without }, { is: 'refused', because: 'no-access' }],
  ['an invitation opens it again', { bySubject: ended, byEmail: ended, invited: true }, { is: 'invited' }],
  ['also to somebody else than before', { byEmail: ended, otherBefore: true, invited: true }, { is: 'invited' }],
  [
    'a new account takes the place of one that has ended',
    { bySubject: ended, byEmail: live },
    { is: 'known', account: live },
  ],
  [
    'a role of the demonstration is nobody’s account',
    { byEmail: invented, invited: true },
    { is: 'refused', because: 'unknown' },
  ],
])('%s', (_, arrival, admission) => {
  expect(admit({ ...nobody, ...arrival })).toEqual(admission)
})
