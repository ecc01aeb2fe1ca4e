import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { brandProblem, brandStylesheet, Page, renderPage } from './index.ts'
import type { PageProps } from './page.tsx'

const westLothian = { kind: 'partnership', slug: 'west-lothian', name: 'West Lothian', colour: '#5B2A68' } as const

const page = (over: Partial<PageProps> = {}) =>
  renderPage(
    <Page title="Market position statement" lang="en-GB" brand={westLothian} description="What is needed." {...over}>
      <h1>Heading</h1>
    </Page>,
  )

test('a page is a whole document with its language, title and description', () => {
  const html = page()
  expect(html).toMatch(/^<!doctype html>\n<html lang="en-GB" class="govuk-template m">/)
  expect(html).toContain('<title>Market position statement, West Lothian</title>')
  expect(html).toContain('<meta name="description" content="What is needed."')
})

test('the skip link is the first thing in the body and leads to main', () => {
  const html = page({ demonstration: 'Invented.' })
  expect(html).toMatch(/<body[^>]*><a href="#main" class="govuk-skip-link"/)
  expect(html).toContain('<main id="main"')
})

test('a partnership’s page carries its name and its stylesheet, and names Mercat only in the footer', () => {
  const html = page()
  expect(html).toContain('<link rel="stylesheet" href="/static/brand/west-lothian.css?5b2a68"')
  expect(html).toContain('<strong>West Lothian</strong>')
  expect(html.match(/Mercat/g)).toHaveLength(1)
})

test('a page of no partnership is Mercat’s own and asks for no brand', () => {
  const html = page({ brand: { kind: 'neutral' } })
  expect(html).toContain('<title>Market position statement, Mercat</title>')
  expect(html).not.toContain('/static/brand/')
})

test('navigation, breadcrumbs, feeds and the demonstration strip appear when given', () => {
  const html = page({
    navigation: [{ text: 'Statement', href: '/west-lothian', current: 'page' }],
    breadcrumbs: [{ content: 'West Lothian', href: '/west-lothian' }, { content: 'Population' }],
    feeds: [{ title: 'Editions', href: '/west-lothian/editions.xml', type: 'application/atom+xml' }],
    canonical: 'https://example.org/west-lothian',
    demonstration: 'Demonstration.',
  })
  expect(html).toContain('<a href="/west-lothian" aria-current="page">Statement</a>')
  expect(html).toContain('govuk-breadcrumbs')
  expect(html).toContain('rel="alternate" type="application/atom+xml"')
  expect(html).toContain('rel="canonical" href="https://example.org/west-lothian"')
  expect(html).toContain('Demonstration.')
})

test('mistakes in a form are said first in the title', () => {
  expect(page({ mistakes: true })).toContain('<title>Error: Market position statement')
})

test('the content security policy has nothing to complain of', () => {
  const html = page()
  expect(html).not.toMatch(/\sstyle=|<style|<script(?! type="module" src="\/static\/)|https?:/)
})

test('what was typed into a title stays text', () => {
  expect(page({ title: '<script>x</script>' })).toContain('<title>&lt;script>x&lt;/script>')
})

test('a page without a title does not compile', () => {
  // @ts-expect-error the title is missing
  const untitled = () => <Page lang="en-GB" brand={westLothian} description="d" children="x" />
  expect(() => render(untitled())).not.toThrow()
})

test.each([
  ['#5b2a68', undefined],
  ['#8a1538', undefined],
  ['#000', undefined],
  ['purple', 'must be written as #'],
  ['#5b2a68;}', 'must be written as #'],
  ['#ffffff', 'too pale to read: its contrast is 1.1'],
  ['#777777', 'too pale to read'],
])('the brand colour %s: %s', (colour, problem) => {
  if (problem) expect(brandProblem(colour)).toContain(problem)
  else expect(brandProblem(colour)).toBeUndefined()
})

test('a brand stylesheet sets the one property, and is refused for a colour that cannot be read', () => {
  expect(brandStylesheet('#5B2A68')).toBe(':root{--govuk-brand-colour:#5b2a68}\n')
  expect(() => brandStylesheet('#ff0')).toThrow('too pale')
})

const viewer = { name: 'Aila Example', actingFor: 'Sample partnership', canSwitch: true, home: '/sample' }
const seenBy = (over: Partial<typeof viewer> | undefined, props: Partial<PageProps> = {}) =>
  renderPage(
    <Page title="t" lang="en-GB" brand={westLothian} description="d" children="x" {...props} />,
    over && { ...viewer, ...over },
  )

test('the public is offered to sign in', () => {
  const html = seenBy(undefined)
  expect(html).toContain('<a href="/sign-in">Sign in</a>')
  expect(html).not.toContain('/sign-out')
})

test('a viewer sees who they are and for whom, and can switch, see their account and sign out without a script', () => {
  const html = seenBy({})
  expect(html).toMatch(/href="\/sample"><strong>Aila Example<\/strong>.*Sample partnership/)
  expect(html).toContain('href="/account/switch"')
  expect(html).toContain('href="/account"')
  expect(html).toMatch(/<form method="post" action="\/sign-out"><button[^>]*type="submit">Sign out/)
  expect(html).not.toContain('/sign-in"')
})

test('who has one partnership only is not offered to switch', () => {
  expect(seenBy({ canSwitch: false })).not.toContain('/account/switch')
})

test('while nobody can sign in, nothing is offered', () => {
  expect(seenBy(undefined, { account: false })).not.toContain('/sign-in"')
})

test('a page of the workbench is denser than one to read', () => {
  expect(seenBy({}, { density: 'work' })).toContain('class="govuk-template m m--work"')
  expect(seenBy({})).not.toContain('m--work')
})

test('every page asks for the one script, and works without it', () => {
  expect(seenBy(undefined).match(/<script type="module" src="\/static\/mercat\.js\?[0-9a-f]{10}">/g)).toHaveLength(1)
})
