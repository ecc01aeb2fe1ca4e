import { number } from '../../../core/ui/format.ts'
import { Input, Select } from '../../../core/ui/govuk/index.ts'
import { FilterPanel, sortValue } from '../../../core/ui/parts/index.ts'
import { gradeWords, regulatorNames, sectorWords } from '../../../providers/index.ts'
import { tablePath } from '../../paths.ts'
import { type ServicesAsked, supplyServicesPath } from '../paths.ts'
import type { ServicesContent } from '../queries/services-content.ts'

/** What the list of services is narrowed by. */
export function ServicesFilter({
  slug,
  asked,
  sort,
  areas,
  terms,
  regulator,
  total,
}: ServicesContent & { readonly slug: string }) {
  const { area, kind, sector, grade, name } = asked
  const wordOf = gradeWords(terms.scales, regulator)
  const grades = terms.scales.find((scale) => scale.regulator === regulatorNames[regulator])?.grades ?? []
  const without = (key: keyof ServicesAsked, text: string | undefined) =>
    asked[key] && text
      ? [{ text, href: supplyServicesPath(slug, { ...asked, [key]: undefined, page: undefined }) }]
      : []
  return (
    <FilterPanel
      label="Filter the services"
      action={supplyServicesPath(slug)}
      region="services"
      keep={{ sort: asked.sort ? sortValue(sort) : undefined }}
      result={total === 1 ? 'One service' : `${number(total)} services`}
      links={[{ text: 'All services as CSV', href: tablePath(slug, 'services', 'csv') }]}
      chosen={[
        ...without('name', name && `“${name}”`),
        ...without('kind', terms.types.find(({ key }) => key === kind)?.name ?? kind),
        ...without('area', areas.find(({ code }) => code === area)?.name),
        ...without('sector', sector && sectorWords[sector as keyof typeof sectorWords]),
        ...without('grade', grade && wordOf(Number(grade))),
      ]}
      clear={{ text: 'All services', href: supplyServicesPath(slug) }}
    >
      <Input name="name" type="search" label="Service or provider" value={name ?? ''} />
      <Select
        name="kind"
        label="Kind"
        value={kind ?? ''}
        items={[{ text: 'Any kind', value: '' }, ...terms.types.map(({ key, name: text }) => ({ text, value: key }))]}
      />
      <Select
        name="area"
        label="Area"
        value={area ?? ''}
        items={[{ text: 'Everywhere', value: '' }, ...areas.map(({ code, name: text }) => ({ text, value: code }))]}
      />
      <Select
        name="sector"
        label="Sector"
        value={sector ?? ''}
        items={[
          { text: 'Any sector', value: '' },
          ...Object.entries(sectorWords).map(([value, text]) => ({ text, value })),
        ]}
      />
      <Select
        name="grade"
        label="Lowest grade"
        value={grade ?? ''}
        items={[
          { text: 'Any grade', value: '' },
          ...grades.map(({ rank, word }) => ({ text: word, value: String(rank) })),
          { text: 'Not graded', value: '0' },
        ]}
      />
    </FilterPanel>
  )
}
