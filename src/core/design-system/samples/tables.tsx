import { number, pounds } from '../../ui/format.ts'
import { Button, Pagination, Select, Table } from '../../ui/govuk/index.ts'
import { DataTable, EmptyState, FilterPanel, readSort, SortableTable, withQuery } from '../../ui/parts/index.ts'
import type { SampleRequest, Specimen } from '../specimen.ts'

const people = {
  caption: 'People aged 75 and over in the sample area',
  columns: [
    { heading: 'Area' },
    { heading: 'People', align: 'number' as const },
    { heading: 'Change', unit: 'per cent', align: 'number' as const },
  ],
}

const data: Specimen = {
  name: 'Data table',
  imports: 'DataTable from core/ui/parts',
  when: 'Figures in rows. Its caption says what, where and when; numbers stand on the right with the unit in the head. From four columns on it becomes blocks on a phone.',
  states: [
    {
      name: 'With a total',
      show: (
        <DataTable
          {...people}
          rows={[
            ['North', '1,204', '+2'],
            ['South', '988', '−4'],
          ]}
          footer={['All', '2,192', '−1']}
        />
      ),
    },
    {
      name: 'With a missing figure',
      show: (
        <DataTable
          {...people}
          caption="The same with a gap"
          rows={[['North', '1,204', null]]}
          missing="not collected in the north"
        />
      ),
    },
    {
      name: 'No rows: an empty state in its place',
      show: (
        <EmptyState
          what="Contracts appear here."
          why="None has been recorded yet."
          link={{ text: 'Record the first contract', href: '#data-table' }}
        />
      ),
    },
  ],
}

const govuk: Specimen = {
  name: 'Table',
  imports: 'Table from core/ui/govuk',
  when: 'The design system’s own table, for a few rows within other content of its kind. Registers and figures use the two below.',
  states: [
    {
      name: 'Normal',
      show: (
        <Table
          caption="Opening hours"
          head={['Day', 'Hours']}
          rows={[
            ['Monday to Friday', '8am to 6pm'],
            ['Saturday', '9am to 1pm'],
          ]}
          firstCellIsHeader
        />
      ),
    },
  ],
}

const filter = ({ query }: SampleRequest): Specimen => {
  const fields = (prefix: string) => [
    <Select
      name={`${prefix}type`}
      label="Type"
      value={query[`${prefix}type`]}
      items={[{ text: 'All types', value: '' }, { text: 'Framework' }, { text: 'Block contract' }]}
    />,
    <Select
      name={`${prefix}group`}
      label="Care group"
      value={query[`${prefix}group`]}
      items={[
        { text: 'All care groups', value: '' },
        { text: 'Older people' },
        { text: 'People with a learning disability' },
      ]}
    />,
  ]
  return {
    name: 'Filter panel',
    imports: 'FilterPanel from core/ui/parts',
    when: 'Above a list of more than about ten. A form with its own button, so that nothing moves until it is asked to; what was chosen stands in the address and can be taken away one by one.',
    states: [
      {
        name: 'Nothing chosen',
        show: (
          <FilterPanel
            label="Filter the contracts"
            action="/design-system/tables-and-filters"
            result="9 contracts"
            links={[{ text: 'Register as CSV', href: '#filter-panel' }]}
          >
            {fields('')}
          </FilterPanel>
        ),
      },
      {
        name: 'Two chosen',
        show: (
          <FilterPanel
            label="Filter the contracts again"
            action="/design-system/tables-and-filters"
            result="2 of 9 contracts"
            keep={{ sort: '-spend' }}
            chosen={[
              { text: 'Type: Framework', href: '#filter-panel' },
              {
                text: 'Care group: people with a learning disability who live with their family',
                href: '#filter-panel',
              },
            ]}
            clear={{ text: 'Show all', href: '#filter-panel' }}
          >
            {fields('second-')}
          </FilterPanel>
        ),
      },
      {
        name: 'Nothing left',
        show: (
          <FilterPanel
            label="Filter the packages"
            action="/design-system/tables-and-filters"
            result="No package fits. 14 do without the ward."
            chosen={[{ text: 'Ward: Sample ward', href: '#filter-panel' }]}
          >
            {fields('third-')}
          </FilterPanel>
        ),
      },
    ],
  }
}

const kinds = ['Framework', 'Block contract', 'Spot purchases', 'Grant']
const contracts = Array.from({ length: 200 }, (_, i) => ({
  name:
    i % 17 === 4
      ? `Example agreement ${i + 1} with the Association for Care, Support and Independent Living at Home in the Sample Isles`
      : `Example agreement ${i + 1}`,
  kind: kinds[(i * 7) % 4] ?? '',
  ends: `${2030 + ((i * 3) % 6)}`,
  spend: ((i * 7919) % 900) * 10_000 + 125_000,
}))

const sortable = ({ address, query }: SampleRequest): Specimen => {
  const sort = readSort(query.sort, ['name', 'kind', 'ends', 'spend'], { key: 'spend', direction: 'descending' })
  const key = sort.key as keyof (typeof contracts)[number]
  const turn = sort.direction === 'ascending' ? 1 : -1
  const sorted = contracts.toSorted((one, other) => {
    const [a, b] = [one[key], other[key]]
    return (
      turn *
      (typeof a === 'number' && typeof b === 'number'
        ? a - b
        : String(a).localeCompare(String(b), 'en-GB', { numeric: true }))
    )
  })
  const page = query.page === '2' ? 2 : 1
  const shown = page === 2 ? sorted.slice(100) : sorted.slice(0, 100)
  const to = (number: number) => `${withQuery(address, { page: String(number) })}#sortable-table`
  const columns = [
    { heading: 'Agreement', key: 'name' },
    { heading: 'Type', key: 'kind' },
    { heading: 'Ends', key: 'ends', align: 'number' as const, phone: 'Ends' },
    { heading: 'Spend a year', unit: '£', key: 'spend', align: 'number' as const, first: 'descending' as const },
    { heading: 'Next' },
  ]
  const row = ({ name, kind, ends, spend }: (typeof contracts)[number]) => [
    <a href="#sortable-table">{name}</a>,
    kind,
    ends,
    number(spend / 100),
    'On course',
  ]
  return {
    name: 'Sortable table',
    imports: 'SortableTable, readSort, withQuery, withoutValue from core/ui/parts',
    when: 'A register. Headings are links that set ?sort=; the server sorts. Say the count and the order above, offer all rows as a file, and page beyond 100.',
    states: [
      {
        name: '200 rows in two pages, long names',
        show: (
          <div id="sample-register">
            <SortableTable
              region="sample-register"
              caption="Invented agreements"
              captionHidden
              columns={columns}
              rows={shown.map(row)}
              address={address}
              sort={sort}
              count={`Agreements ${page === 2 ? '101 to 200' : '1 to 100'} of 200`}
              csv={{ href: '#sortable-table', text: 'All 200 as CSV' }}
              pages={
                <Pagination
                  landmarkLabel="Pages of agreements"
                  previous={page === 2 ? { href: to(1) } : undefined}
                  next={page === 1 ? { href: to(2) } : undefined}
                  items={[
                    { number: 1, href: to(1), current: page === 1 },
                    { number: 2, href: to(2), current: page === 2 },
                  ]}
                />
              }
            />
          </div>
        ),
      },
      {
        name: 'Two rows',
        show: (
          <SortableTable
            caption="Two invented agreements"
            captionHidden
            columns={columns}
            rows={contracts.slice(0, 2).map(row)}
            address={address}
            sort={sort}
            count={`2 agreements worth ${pounds(25_000_00)} a year`}
          />
        ),
      },
    ],
  }
}

const actions: Specimen = {
  name: 'Buttons in a row',
  imports: 'Button from core/ui/govuk',
  when: 'One button a row, with whom it is for as hidden words, so that a list of buttons can be told apart.',
  states: [
    {
      name: 'In cells',
      show: (
        <DataTable
          caption="Packages that need someone"
          captionHidden
          columns={[{ heading: 'Package' }, { heading: 'Do next' }]}
          rows={['XX-PKG-00042', 'XX-PKG-00043'].map((name) => [
            name,
            <Button href="#buttons-in-a-row" classes="govuk-button--secondary">
              Open<span class="m-vh"> {name}</span>
            </Button>,
          ])}
        />
      ),
    },
  ],
}

/** How many things are shown at once. */
export const tableSpecimens = (request: SampleRequest): readonly Specimen[] => [
  govuk,
  data,
  filter(request),
  sortable(request),
  actions,
]
