import { pounds, signed } from '../../../core/ui/format.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import type { Pence } from '../../../core/values/index.ts'
import type { UpliftModel, YearCost } from '../model-uplift.ts'

/** Whole pounds: the sums of a year are estimates. */
export const wholePounds = (pence: Pence): string => pounds(Math.round(pence / 100) * 100)

/** A difference with its sign, in whole pounds. */
export const morePounds = (pence: Pence): string => {
  const sign = signed(Math.round(pence / 100)).charAt(0)
  return sign === '+' ? `+${wholePounds(pence)}` : wholePounds(pence)
}

/** The name of a care group; contracts of several or none have a line of their own. */
export const groupName = (key: string | null, names: ReadonlyMap<string, string>): string =>
  key === null ? 'Several care groups, or none' : (names.get(key) ?? key)

/** What the prices cost by care group and year, as they stand and with the round. */
export function CostTable({
  model,
  names,
}: {
  readonly model: Pick<UpliftModel, 'groups' | 'total' | 'years'>
  readonly names: ReadonlyMap<string, string>
}) {
  const row = (name: string, years: readonly YearCost[]) => [
    name,
    ...years.flatMap(({ before, after }) => [wholePounds(before), morePounds(after - before)]),
  ]
  return (
    <DataTable
      caption="Cost by care group and year, as prices stand and what the round adds"
      captionHidden
      columns={[
        { heading: 'Care group' },
        ...model.years.flatMap(({ name }) => [
          { heading: name, align: 'number' as const, phone: `${name} as prices stand` },
          { heading: 'The round adds', align: 'number' as const, phone: `${name}, the round adds` },
        ]),
      ]}
      rows={model.groups.map(({ careGroup, years }) => row(groupName(careGroup, names), years))}
      footer={model.groups.length > 1 ? row('Together', model.total) : undefined}
    />
  )
}
