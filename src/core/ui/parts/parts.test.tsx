import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { DataTable, EditionDiff, EmptyState, FigureCard, Section, SectionIndex, SourceLine, State } from './index.ts'

const columns = [{ heading: 'Area' }, { heading: 'People', unit: 'thousands', align: 'number' as const }]

test('a table has a caption, column heads with units, and row heads', () => {
  const html = render(<DataTable caption="People by area" columns={columns} rows={[['Wyre', '12']]} />)
  expect(html).toContain('<caption>People by area</caption>')
  expect(html).toContain('<th scope="col" class="m-num">People<small>thousands</small></th>')
  expect(html).toContain('<th scope="row">Wyre</th><td class="m-num">12</td>')
})

test('a missing value is [x] and is explained once', () => {
  const html = render(
    <DataTable
      caption="c"
      columns={columns}
      rows={[
        ['Wyre', null],
        ['Fylde', null],
      ]}
      missing="not collected"
    />,
  )
  expect(html.match(/\[x\]/g)).toHaveLength(3)
  expect(html).toContain('[x] not collected.')
})

test('a complete table has no such note', () => {
  expect(render(<DataTable caption="c" columns={columns} rows={[['Wyre', '1']]} />)).not.toContain('[x]')
})

test('a row that is too short shows [x] for what it lacks, too', () => {
  expect(render(<DataTable caption="c" columns={columns} rows={[['Wyre']]} />)).toContain('[x] no figure.')
})

test('a table of four columns becomes blocks on a phone, with labels, and stays a table to screen readers', () => {
  const wide = [...columns, { heading: 'End, in the 2019 plan', phone: 'Ends' }, { heading: 'Note', wideOnly: true }]
  const html = render(
    <DataTable caption="c" columns={wide} rows={[['Wyre', '1', 'Yearly', '–']]} footer={['All', '1', '', '']} />,
  )
  expect(html).toContain('class="m-t m-stack"')
  expect(html).toContain('data-l="People, thousands"')
  expect(html).toContain('data-l="Ends"')
  expect(html).toMatch(/<td[^>]*class="m-hide"/)
  for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
    expect(html).toContain(`role="${role}"`)
})

test('the head of a long table stays in sight', () => {
  const rows = Array.from({ length: 31 }, (_, i) => [`Ward ${i}`, '1'])
  expect(render(<DataTable caption="c" columns={columns} rows={rows} />)).toContain('m-t--long')
})

test('a table without a caption does not compile', () => {
  // @ts-expect-error the caption is missing
  const nameless = () => <DataTable columns={columns} rows={[]} />
  expect(nameless).toBeTypeOf('function')
})

test('a figure card says kind, finding, number, comparator and source in that order', () => {
  const html = render(
    <FigureCard
      kind="need"
      finding="Twice as many"
      stat={{ value: '25,500', unit: 'people' }}
      comparator="From about 12,400."
      source={{ text: 'National Records of Scotland', href: '/source' }}
      csv={{ href: '/figures.csv' }}
    />,
  )
  const order = [
    'm-fig--need',
    'Need',
    'Twice as many',
    '25,500',
    'From about 12,400.',
    'National Records',
    'Figures as CSV',
  ]
  const at = order.map((text) => html.indexOf(text))
  expect(at).not.toContain(-1)
  expect(at).toEqual([...at].sort((a, b) => a - b))
})

test('a plain figure has no kind', () => {
  expect(render(<FigureCard kind="plain" finding="A" source={{ text: 's', href: '/s' }} />)).not.toContain('m-kind')
})

test('addresses that run script are refused', () => {
  const bad = 'javascript:alert(1)'
  expect(render(<SourceLine source={{ text: 's', href: bad }} csv={{ href: bad }} />)).not.toContain(bad)
  expect(render(<EmptyState what="a" why="b" link={{ text: 'c', href: bad }} />)).not.toContain(bad)
  expect(render(<SectionIndex label="In this statement" items={[{ text: 'a', href: bad }]} />)).not.toContain(bad)
})

test('a state is a word; its glyph is not read out', () => {
  const html = render(<State kind="attention" word="Short" />)
  expect(html).toContain('aria-hidden="true"')
  expect(html).toMatch(/<\/svg>Short<\/span>$/)
})

test('a section is named by its heading', () => {
  const html = render(
    <Section id="money" heading="Half is spent with providers">
      text
    </Section>,
  )
  expect(html).toContain('<section class="m-sec" aria-labelledby="money">')
  expect(html).toContain('<h2 class="m-h2" id="money">Half is spent with providers</h2>')
})

test('changes between editions are marked as taken out and put in', () => {
  const html = render(<EditionDiff caption="Changed" changes={[{ what: 'Beds', before: '48', after: '45' }]} />)
  expect(html).toContain('<del>48</del>')
  expect(html).toContain('<ins>45</ins>')
})
