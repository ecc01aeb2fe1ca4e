import type { Permission } from '../auth/index.ts'

/** What each permission lets one do, as the table of who may what says it. */
export const permissionWords: { readonly [permission in Permission]: string } = {
  'public.read': 'Read everything that is published',
  'public.health': 'Ask whether the service is well',
  'sign-in.use': 'Sign in, accept an invitation, set a new password',
  'account.own': 'See and change the own account and its sessions',
  'people.manage': 'Invite people, give roles, end access',
  'audit.read': 'Read the trail of sign-ins and rights',
  'settings.manage': 'Change the settings of the partnership',
  'mail.read': 'See which messages were sent, and send them again',
  'data.import': 'Import data',
  'statement.write': 'Write the words of the statement',
  'statement.publish': 'Publish an edition of the statement',
  'contracts.read': 'Read the contract register, with lots, ranks and rates',
  'contracts.write': 'Make contracts and ask for changes to them',
  'contracts.approve': 'Approve changes to contracts, within the authority delegated to the role',
  'contracts.plan': 'Say how long buying anew takes, and when committees meet',
  'contracts.delegate': 'Say which role may approve which change',
  'rates.uplift': 'Set prices and run rounds of uplift',
  'provider.own': 'See one’s own contracts, lots, ranks, rates and dates',
}
