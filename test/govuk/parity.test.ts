import { type ComponentType, h } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { canonicalTree } from './canonical-tree.ts'
import { type ComponentName, components } from './components.ts'
import { type Fixture, fixturesOf, officialComponents } from './fixtures.ts'
import { toProps } from './to-props.ts'

/** Fixtures that we choose not to be equal to: why, by `component: name of the fixture`. */
const refused: Readonly<Record<string, string>> = {}

const cases = (Object.keys(components) as ComponentName[]).flatMap((component) =>
  fixturesOf(component).map((fixture) => ({
    component,
    title: `${component}: ${fixture.name}`,
    official: canonicalTree(fixture.html),
    ours: canonicalTree(renderFixture(component, fixture)),
  })),
)

function renderFixture(component: ComponentName, fixture: Fixture): string {
  // Fixtures leave out what our types require (a label's field, a table's caption), so the types are set aside here.
  const untyped = components[component] as unknown as ComponentType<object>
  return render(h(untyped, toProps(component, fixture.options, fixture.html)))
}

const accepted = cases.filter(({ title }) => !(title in refused))

test.each(accepted.map((one) => [one.title, one] as const))('%s', (_, { ours, official }) => {
  expect(ours).toBe(official)
})

test('every refused fixture exists and is in fact different', () => {
  const different = cases.filter(({ ours, official }) => ours !== official).map(({ title }) => title)
  expect(Object.keys(refused).filter((title) => !different.includes(title))).toEqual([])
})

test('the design system has no component that we leave out', () => {
  expect(Object.keys(components)).toEqual(officialComponents())
})

test('the number of equal fixtures is printed', () => {
  const equal = cases.filter(({ ours, official }) => ours === official)
  const all = officialComponents().flatMap(fixturesOf)
  const held = (component: string) => equal.filter((one) => one.component === component).length
  const lines = [
    `GOV.UK Design System: ${equal.length} of ${all.length} fixtures equal`,
    `(${Object.keys(components).length} of ${officialComponents().length} components)`,
    ...officialComponents().map(
      (component) => `\n  ${component}: ${held(component)} of ${fixturesOf(component).length} fixtures`,
    ),
    ...Object.entries(refused).map(([title, reason]) => `\n  refused: ${title}: ${reason}`),
    '\n  The crown in the fixtures of footer and header is handed in as their logo: ours draw none.',
  ]
  console.log(lines.join(' '))
  expect(equal.length).toBe(all.length - Object.keys(refused).length)
})
