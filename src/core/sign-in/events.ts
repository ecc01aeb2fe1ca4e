/** Everything that can happen at the door, with its words for the trail. */
export const doorEvents = {
  'signed-in': 'Signed in',
  'signed-in-oidc': 'Signed in with the organisation’s account',
  'oidc-first': 'Came with the organisation’s account for the first time',
  'oidc-refused': 'Was refused with another account of the organisation',
  'signed-in-demonstration': 'Stepped into a demonstration role',
  'wrong-password': 'Gave a wrong password',
  'wrong-code': 'Gave a wrong code',
  'locked-out': 'Was locked out for a quarter of an hour',
  unlocked: 'Was let try again before the quarter of an hour was over',
  'no-access': 'Signed in without access to anything',
  'recovery-code-used': 'Signed in with a recovery code',
  'signed-out': 'Signed out',
  'session-ended': 'Ended a session elsewhere',
  switched: 'Switched to this partnership or organisation',
  'reset-asked': 'Asked for a link to set a new password',
  'password-reset': 'Set a new password by a link',
  'password-changed': 'Changed the password',
  'name-changed': 'Changed the name',
  'second-step-set': 'Set up the second step',
  'recovery-codes-made': 'Made new recovery codes',
  'invitation-accepted': 'Accepted an invitation',
} as const

export type DoorEvent = keyof typeof doorEvents

/** What the ledger says of rights, in words. */
export const rightsEvents: Record<string, string> = {
  'auth.invited': 'Invited',
  'auth.invitation-withdrawn': 'Withdrew an invitation',
  'auth.invitation-accepted': 'Joined by invitation',
  'auth.roles-set': 'Changed roles',
  'auth.membership-ended': 'Ended access',
}
