import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import * as govuk from '../../src/core/ui/govuk/index.ts'
import { canonicalTree } from './canonical-tree.ts'

const { BackLink, Breadcrumbs, Button, ErrorSummary, Input, Pagination, Select, ServiceNavigation, SkipLink } = govuk
const { InsetText, NotificationBanner, SummaryList, Table } = govuk

const unsafe = 'java\tscript:alert(1)'
const link = { content: 'Read', href: unsafe, visuallyHiddenText: 'it' }

test.each<[string, VNode]>([
  ['back link', <BackLink href={unsafe} />],
  ['breadcrumbs', <Breadcrumbs items={[link]} />],
  ['button', <Button href={unsafe}>Go</Button>],
  ['error summary', <ErrorSummary title="There is a problem" errorList={[link]} />],
  ['page before', <Pagination previous={{ href: unsafe }} />],
  ['page number', <Pagination items={[{ number: 1, href: unsafe }]} />],
  ['name of the service', <ServiceNavigation serviceName="Mercat" serviceUrl={unsafe} />],
  ['part of the service', <ServiceNavigation navigation={[link]} />],
  ['skip link', <SkipLink href={unsafe}>Skip</SkipLink>],
  ['row', <SummaryList rows={[{ key: 'Key', value: 'Value', actions: { items: [link] } }]} />],
  ['card', <SummaryList rows={[]} card={{ title: 'Card', actions: { items: [link] } }} />],
])('the link of a %s can not run a script', (_, component) => {
  const html = render(component)
  expect(html).toContain('href="#"')
  expect(html).not.toContain('script:')
})

test('plain text and a part with nothing but content are the same', () => {
  const part = { content: 'Postcode' }
  const short = <Input name="a" label="Postcode" hint="Postcode" errorMessage="Postcode" prefix="Postcode" />
  expect(render(short)).toBe(render(<Input name="a" label={part} hint={part} errorMessage={part} prefix={part} />))
  expect(render(<Table caption="Figures" head={['Postcode']} rows={[['Postcode']]} />)).toBe(
    render(<Table caption="Figures" head={[part]} rows={[[part]]} />),
  )
})

test('what stands before and after a field is inside its group', () => {
  const formGroup = { beforeInput: <b>before</b>, afterInput: <b>after</b> }
  const input = render(<Input name="a" label="A" formGroup={formGroup} />)
  expect(input).toMatch(/<div class="govuk-input__wrapper"><b>before<\/b><input[^>]*><b>after<\/b><\/div><\/div>$/)
  const select = render(<Select name="a" label="A" items={[]} formGroup={formGroup} />)
  expect(select).toMatch(/<b>before<\/b><select[^>]*><\/select><b>after<\/b><\/div>$/)
})

test('an item that says it is not selected is not, whatever the value', () => {
  const items = [{ text: 'Armadale', selected: false }, { text: 'Bathgate' }]
  expect(render(<Select name="a" label="A" items={items} value="Armadale" />)).not.toContain('selected')
  expect(render(<Select name="a" label="A" items={items} value="Bathgate" />)).toContain('selected>Bathgate')
})

test('text is escaped wherever it stands', () => {
  const html = render(<NotificationBanner title="<b>" text={'<script>"&'} classes={'"><i>'} />)
  expect(canonicalTree(html)).not.toMatch(/^<(b|script|i)>/m)
})

test('content may mix text, numbers, elements and what is not there', () => {
  const places = ['Armadale', 'Bathgate']
  const html = render(
    <InsetText>
      {places.length} places:{' '}
      {places.map((place) => (
        <b>{place}</b>
      ))}{' '}
      {places.length > 2 && <i>and more</i>}
    </InsetText>,
  )
  expect(html).toBe('<div class="govuk-inset-text">2 places: <b>Armadale</b><b>Bathgate</b> </div>')
})

test('several children of a start button stay together', () => {
  const html = render(
    <Button isStartButton>
      Start <em>now</em>
    </Button>,
  )
  expect(html).toContain('<span>Start <em>now</em></span><svg')
})
