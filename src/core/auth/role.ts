/** What a person does for a partnership or a provider; rights follow from it. */
export type Role =
  | 'commissioner'
  | 'contracts-officer'
  | 'care-manager'
  | 'broker'
  | 'body-member'
  | 'adviser'
  | 'finance-officer'
  | 'quality-officer'
  | 'administrator'
  | 'provider'
