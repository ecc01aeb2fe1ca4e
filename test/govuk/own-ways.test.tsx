import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import * as govuk from '../../src/core/ui/govuk/index.ts'
import { canonicalTree } from './canonical-tree.ts'

const { BackLink, Breadcrumbs, Button, ErrorSummary, Input, Pagination, Select, ServiceNavigation, SkipLink } = govuk
const { InsetText, NotificationBanner, SummaryList, Table } = govuk
const { Accordion, Checkboxes, CookieBanner, DateInput, ExitThisPage, Footer, GenericHeader } = govuk
const { LanguageNavigation, Panel, Radios, Tabs, TaskList, Textarea } = govuk

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
  ['message about cookies', <CookieBanner messages={[{ content: 'Cookies', actions: [link] }]} />],
  ['panel', <Panel type="interruption" title="Sure?" actions={{ items: [link] }} />],
  ['task', <TaskList items={[{ title: 'Check', href: unsafe, status: 'Completed' }]} />],
  ['language', <LanguageNavigation items={[{ content: 'Cymraeg', lang: 'cy', href: unsafe }]} />],
  ['header', <GenericHeader logo="Mercat" url={unsafe} />],
  ['footer', <Footer meta={{ items: [link] }} />],
  ['way out', <ExitThisPage redirectUrl={unsafe} />],
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

test('what stands before and after several fields is inside them', () => {
  const formGroup = { beforeInputs: <b>before</b>, afterInputs: <b>after</b> }
  const named = { legend: 'A', name: 'a', id: 'a', items: [], formGroup }
  for (const question of [<Radios {...named} />, <Checkboxes {...named} />, <DateInput {...named} />]) {
    expect(render(question)).toMatch(/<div class="govuk-[^>]*><b>before<\/b>.*<b>after<\/b><\/div><\/fieldset><\/div>$/)
  }
  expect(
    render(<Textarea name="a" label="A" formGroup={{ beforeInput: <b>before</b>, afterInput: 'after' }} />),
  ).toMatch(/<b>before<\/b><textarea[^>]*><\/textarea>after<\/div>$/)
})

test('what was typed in several lines comes back as it was typed', () => {
  const same = (value: string) => canonicalTree(render(<Textarea name="a" label="A" value={value} />))
  expect(same('\n one\n')).toContain(JSON.stringify('\n one\n'))
  expect(same('</textarea> one')).toContain(JSON.stringify('</textarea> one'))
})

test('a question that is asked elsewhere names the group, and its hint and error describe it', () => {
  const items = [{ content: 'Yes', value: 'yes' }]
  const html = render(
    <Radios name="moved" labelledBy="asked" hint="Since May" errorMessage="Choose one" items={items} />,
  )
  expect(html).toContain('role="group" aria-labelledby="asked" aria-describedby="moved-hint moved-error"')
  expect(html).not.toContain('<fieldset')
})

test('no words are hidden from those for whom no script runs', () => {
  const more = <b>more</b>
  const pages = [
    <Accordion id="a" items={[{ heading: 'One', content: more }]} />,
    <Tabs
      items={[
        { label: 'One', content: more },
        { label: 'Two', content: more },
      ]}
    />,
    <Radios name="a" legend="A" items={[{ content: 'Other', value: 'other', conditional: more }]} />,
  ].map((component) => render(component))
  for (const html of pages) {
    expect(html).toContain('<b>more</b>')
    expect(html).not.toMatch(/\shidden|display/)
  }
})

test('every part of a date may be left out, and an empty one is not in error when another says it is', () => {
  const html = render(
    <DateInput
      id="d"
      legend="When?"
      errorMessage="Enter a year"
      day={false}
      year={{ error: true }}
      values={{ month: '3' }}
    />,
  )
  expect(html.match(/<input[^>]*>/g)).toEqual([
    expect.stringMatching(/name="month".*value="3"/),
    expect.stringContaining('govuk-input--error govuk-input--width-4'),
  ])
})

test('a footer may say nothing of licence and copyright, and whose the content is where it is not the Crown', () => {
  expect(render(<Footer contentLicence={null} copyright={null} />)).not.toMatch(/[Cc]opyright|Licence/)
  const html = render(<Footer copyright={{ content: '© Example Council', href: '/copyright' }} />)
  expect(html).toMatch(/href="\/copyright"[^>]*>© Example Council/)
  expect(html).not.toContain('crown')
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
