import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { DataTable, FilterPanel, SortableTable, Tally } from './index.ts'

const bad = 'javascript:alert(1)'
const columns = [
  { heading: 'Agreement', key: 'name' },
  { heading: 'Spend a year', unit: '£', align: 'number' as const, key: 'spend', first: 'descending' as const },
  { heading: 'Next' },
]
const rows = [['Care at home', '3,200', 'On course']]
const sort = { key: 'name', direction: 'ascending' } as const

const table = (over: Partial<Parameters<typeof SortableTable>[0]> = {}) =>
  render(
    <SortableTable
      caption="Contracts"
      columns={columns}
      rows={rows}
      address="/register?type=x&page=3"
      sort={sort}
      count="1 contract"
      {...over}
    />,
  )

test('headings are links that sort, keep the filters and go back to the first page', () => {
  const html = table()
  expect(html).toContain('href="/register?type=x&amp;sort=-name"')
  expect(html).toContain('href="/register?type=x&amp;sort=-spend"')
})

test('only the column that is sorted by says so', () => {
  expect(table().match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="ascending"'])
  expect(table({ sort: { key: 'spend', direction: 'descending' } })).toMatch(
    /aria-sort="descending"[^>]*><a[^>]*>Spend/,
  )
})

test('a column without a key cannot be sorted by', () => {
  expect(table()).toMatch(/<th[^>]*>Next<\/th>/)
})

test('count, file and further pages stand with the table', () => {
  const html = table({ csv: { href: '/register.csv' }, pages: <nav>pages</nav>, region: 'list' })
  expect(html).toContain('<span data-announce>1 contract</span>')
  expect(html).toContain('<a href="/register.csv">Rows as CSV</a>')
  expect(html).toContain('<nav>pages</nav>')
  expect(html.match(/data-swap="list"/g)).toHaveLength(2)
})

test('two hundred rows keep their head in sight', () => {
  expect(table({ rows: Array.from({ length: 200 }, (_, i) => [`Contract ${i}`, '1', '']) })).toContain('m-t--long')
})

test('groups of rows stand under headings of their own in one table', () => {
  const html = render(
    <DataTable
      caption="Packages"
      columns={columns.map(({ heading }) => ({ heading }))}
      rows={[]}
      groups={[
        { heading: 'Act now', note: '1 package', rows },
        { heading: 'With providers', rows },
      ]}
    />,
  )
  expect(html.match(/<th scope="rowgroup" colspan="3"/g)).toHaveLength(2)
  expect(html).toContain('Act now<span> 1 package</span>')
  expect(html.match(/<tbody/g)).toHaveLength(2)
})

const panel = (over: Partial<Parameters<typeof FilterPanel>[0]> = {}) =>
  render(
    <FilterPanel label="Filter the contracts" action="/register" result="9 of 14 contracts" {...over}>
      <input name="type" aria-label="Type" />
    </FilterPanel>,
  )

test('a filter panel is a named form that asks by GET, with a button and what it found', () => {
  const html = panel()
  expect(html).toMatch(
    /<form class="m-filter" method="get" action="\/register" role="search" aria-label="Filter the contracts"/,
  )
  expect(html).toMatch(/<button type="submit"[^>]*>Show<\/button>/)
  expect(html).toContain('9 of 14 contracts')
  expect(html).not.toContain('Filters chosen')
})

test('what is chosen can be taken away by links, one by one or all at once', () => {
  const html = panel({
    chosen: [{ text: 'Type: framework', href: '/register' }],
    clear: { text: 'Show all', href: '/register' },
    keep: { sort: '-spend', page: undefined },
  })
  expect(html).toMatch(/<a href="\/register"><span class="m-vh">Remove <\/span>Type: framework/)
  expect(html).toContain('<a href="/register">Show all</a>')
  expect(html).toContain('<input type="hidden" name="sort" value="-spend"')
  expect(html).not.toContain('name="page"')
})

test('addresses that run script are refused', () => {
  const html = [
    panel({
      action: bad,
      chosen: [{ text: 'a', href: bad }],
      clear: { text: 'b', href: bad },
      links: [{ text: 'c', href: bad }],
    }),
    table({ csv: { href: bad }, address: bad }),
    render(<Tally label="l" items={[{ value: '1', what: 'a', href: bad }]} />),
  ].join('')
  expect(html).not.toContain('javascript:')
})

test('counts are a named list, and one may lead to what it counts', () => {
  const html = render(<Tally label="Contracts" items={[{ value: '1', what: 'late', tone: 'need', href: '/late' }]} />)
  expect(html).toContain('<ul class="m-tally" aria-label="Contracts">')
  expect(html).toMatch(/<b>1<\/b> <a href="\/late">late<\/a>/)
})

test('registers that some could not use do not compile', () => {
  // @ts-expect-error the caption is missing
  const nameless = () => <SortableTable columns={columns} rows={[]} address="/" sort={sort} count="0" />
  // @ts-expect-error the count is missing
  const countless = () => <SortableTable caption="c" columns={columns} rows={[]} address="/" sort={sort} />
  // @ts-expect-error the label is missing
  const unnamed = () => <FilterPanel action="/" result="0" children="x" />
  // @ts-expect-error the label is missing
  const tally = () => <Tally items={[]} />
  expect([nameless, countless, unnamed, tally]).toHaveLength(4)
})
