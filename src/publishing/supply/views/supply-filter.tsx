import { Select } from '../../../core/ui/govuk/index.ts'
import { FilterPanel } from '../../../core/ui/parts/index.ts'
import { supplyPath } from '../paths.ts'
import type { SupplyContent } from '../queries/supply-content.ts'
import { counted } from '../share-words.ts'
import { nounOf } from '../supply-findings.ts'
import { byKind } from '../supply-rows.ts'

/** Which kind of service, and by which areas. */
export function SupplyFilter({ slug, supply }: { readonly slug: string; readonly supply: SupplyContent }) {
  const { asked, tally, levels, terms } = supply
  const kinds = byKind(tally.rows, terms.types).filter(({ key }) => !key.startsWith('~'))
  const chosen = kinds.find(({ key }) => key === asked.kind)
  const services = chosen?.services ?? tally.rows.reduce((sum, row) => sum + row.services, 0)
  return (
    <FilterPanel
      label="Cut the figures"
      action={supplyPath(slug)}
      region="supply"
      result={`${chosen?.name ?? 'All kinds'}: ${counted(services, nounOf(asked.kind))}`}
      chosen={chosen ? [{ text: chosen.name, href: supplyPath(slug, { by: asked.by }) }] : []}
      clear={{ text: 'All kinds of service', href: supplyPath(slug) }}
    >
      <Select
        name="kind"
        label="Kind of service"
        value={asked.kind ?? ''}
        items={[
          { text: 'All kinds', value: '' },
          ...kinds.map(({ key, name, services: count }) => ({ text: `${name} (${count})`, value: key })),
        ]}
      />
      {levels.length > 1 ? (
        <Select
          name="by"
          label="Areas"
          value={asked.by ?? ''}
          items={levels.map(({ key, name }) => ({ text: name, value: key }))}
        />
      ) : null}
    </FilterPanel>
  )
}
