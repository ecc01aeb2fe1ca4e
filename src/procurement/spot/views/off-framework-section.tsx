import { monthAndYear, number } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, Section, withQuery } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { contractPath } from '../../register/paths.ts'
import { byContract, byMonth, type OffFrameworkCount, reasonsOf } from '../off-framework.ts'
import { spotPath } from '../paths.ts'
import type { NamedContract } from '../queries/named-contracts.ts'

interface Props {
  readonly slug: string
  readonly off: readonly OffFrameworkCount[]
  readonly months: readonly string[]
  readonly contracts: ReadonlyMap<Id, NamedContract>
}

/** As many reasons as are named: they are typed by hand, and may be many. */
const namedReasons = 6

/** Orders that a contract should have met, by month and reason, and by contract. */
export function OffFrameworkSection({ slug, off, months, contracts }: Props) {
  const orders = off.reduce((sum, one) => sum + one.orders, 0)
  const heading =
    orders === 0
      ? 'No order went off a contract in twelve months'
      : `Contracts should have met ${orders === 1 ? 'one order' : `${number(orders)} orders`} more in twelve months`
  return (
    <Section
      id="off"
      heading={heading}
      intro="Orders off a framework: a contract covers the service and the area, and somebody else was asked."
    >
      {orders === 0 ? (
        <EmptyState
          what="Orders off a framework are counted here, by month and reason."
          why="No purchase that began in the last twelve months names a contract that should have met it."
          link={{ text: 'All spot purchases', href: withQuery(spotPath(slug), { show: 'all' }) }}
        />
      ) : (
        <>
          <div class="m-cols m-cols--2">
            <DataTable
              caption="By the reason"
              columns={[{ heading: 'Reason' }, { heading: 'Orders', align: 'number' }]}
              rows={topped(reasonsOf(off)).map(({ reason, orders: many }) => [reason, number(many)])}
            />
            <DataTable
              caption="By the contract that should have met them"
              columns={[{ heading: 'Contract' }, { heading: 'Orders', align: 'number' }]}
              rows={byContract(off).map(({ contractId, orders: many }) => {
                const contract = contracts.get(contractId)
                return [
                  contract ? <a href={contractPath(slug, contract.reference)}>{contract.title}</a> : 'Another contract',
                  number(many),
                ]
              })}
            />
          </div>
          <DataTable
            caption="By the month in which they began"
            columns={[{ heading: 'Month' }, { heading: 'Orders', align: 'number' }, { heading: 'Why' }]}
            rows={byMonth(off, months).map((one) => [monthAndYear(one.month), number(one.orders), whyOf(one.reasons)])}
          />
        </>
      )}
    </Section>
  )
}

interface Reason {
  readonly reason: string
  readonly orders: number
}

/** The most frequent reasons, and the others as one. */
function topped(reasons: readonly Reason[]): readonly Reason[] {
  const others = reasons.slice(namedReasons).reduce((sum, { orders }) => sum + orders, 0)
  return [...reasons.slice(0, namedReasons), ...(others > 0 ? [{ reason: 'Other reasons', orders: others }] : [])]
}

const whyOf = (reasons: readonly Reason[]): string =>
  topped(reasons)
    .map(({ reason, orders }) => `${reason}: ${number(orders)}`)
    .join('; ') || 'None'
