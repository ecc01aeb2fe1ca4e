import type { LeadTime } from './lead-time.ts'
import type { Step, StepUnit } from './step.ts'

const step = (name: string, amount: number, unit: StepUnit, committee: string | null = null): Step => ({
  name,
  amount,
  unit,
  committee,
})

/** The committee that approves, whatever a partnership's own is called. */
const standardCommittee = 'Committee'

const standard = (kind: LeadTime['kind'], name: string, steps: readonly Step[]): LeadTime => ({
  kind,
  name,
  steps,
  from: null,
  until: null,
  standard: true,
})

/**
 * What counts while a partnership has no lengths of its own: rules of thumb of this product, not of any law or
 * guidance, in steps after those of the award procedure (proposal, specification, advice, process, award) with the
 * mobilisation that follows. Each partnership puts its own in their place.
 */
export const standardLeadTimes: readonly LeadTime[] = [
  standard('', 'Tender of a contract', [
    step('Needs, budget and options', 3, 'months'),
    step('Work with people, carers and providers', 3, 'months'),
    step('Proposal approved', 4, 'weeks', standardCommittee),
    step('Specification and conditions', 3, 'months'),
    step('Tender open', 30, 'working-days'),
    step('Evaluation and award approved', 6, 'weeks', standardCommittee),
    step('Standstill', 10, 'working-days'),
    step('Mobilisation and transfer', 4, 'months'),
  ]),
  standard('call-off', 'Call-off from a framework', [
    step('Needs and budget', 6, 'weeks'),
    step('Call-off or mini-competition', 6, 'weeks'),
    step('Award approved', 2, 'weeks', standardCommittee),
    step('Mobilisation', 2, 'months'),
  ]),
  standard('grant', 'Grant round', [
    step('Purpose, budget and conditions', 2, 'months'),
    step('Open for applications', 8, 'weeks'),
    step('Assessment and approval', 4, 'weeks', standardCommittee),
    step('Agreement and first payment', 20, 'working-days'),
  ]),
  standard('spot', 'Terms for spot purchases', [
    step('Terms and prices reviewed', 2, 'months'),
    step('Agreed with providers', 30, 'working-days'),
  ]),
  standard('in-house', 'Review of an in-house service', [
    step('Review of the service and its cost', 4, 'months'),
    step('Work with people, carers and staff', 3, 'months'),
    step('Decision', 4, 'weeks', standardCommittee),
    step('Change made', 6, 'months'),
  ]),
]

/** The standard lead times for a partnership: where meetings of one committee only are known, it is the one that approves. */
export function standardLeadTimesFor(committees: readonly string[]): readonly LeadTime[] {
  const [only, ...others] = committees
  if (only === undefined || others.length > 0) return standardLeadTimes
  return standardLeadTimes.map((leadTime) => ({
    ...leadTime,
    steps: leadTime.steps.map((one) => (one.committee === null ? one : { ...one, committee: only })),
  }))
}
