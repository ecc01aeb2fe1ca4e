import type { Id, IsoDate } from '../../core/values/index.ts'
import type { ClockHours, RuleStep } from '../offer-rule.ts'

/** A rule as it held over some days, with why and by whom. */
export interface RuleVersion {
  readonly versionId: Id
  readonly version: number
  readonly from: IsoDate
  readonly until: IsoDate | null
  readonly hours: ClockHours
  readonly steps: readonly RuleStep[]
  readonly reason: string
  /** Null for what was imported, or where the account is gone. */
  readonly madeBy: string | null
  readonly madeAt: Date
}

/** A rule with what it is about, and all of its versions, the newest first. */
export interface KeptRule {
  readonly id: Id
  readonly name: string
  readonly contract: { readonly id: Id; readonly reference: string; readonly title: string } | null
  readonly serviceType: { readonly key: string; readonly name: string }
  readonly versions: readonly RuleVersion[]
}

/** The version that holds on a day; undefined before the first. */
export const versionOn = ({ versions }: KeptRule, on: IsoDate): RuleVersion | undefined =>
  versions.find(({ from, until }) => from <= on && (until === null || on < until))

/** What a rule is about: "Care at home in WL-CON-00007 Care at home", "All day support of the partnership". */
export const aboutWords = ({ contract, serviceType }: Pick<KeptRule, 'contract' | 'serviceType'>): string =>
  contract
    ? `${serviceType.name}, from the lots of ${[contract.reference, contract.title].filter(Boolean).join(' ')}`
    : `${serviceType.name}, wherever no contract has a rule of its own`
