/** What a plan was found to break. */
export type Broken =
  | 'length'
  | 'provider'
  | 'option'
  | 'forbidden'
  | 'locked'
  | 'capacity'
  | 'cap'
  | 'run'
  | 'share'
  | 'strict'
  | 'objective'
  | 'bound'
  | 'gap'
  | 'unmet'
  | 'proved'

/** One thing that is wrong with a plan or with what is said of it, in words. */
export interface Objection {
  readonly broken: Broken
  readonly says: string
}
