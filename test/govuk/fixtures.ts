import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** One official example: options of the design system's own template, and the HTML that it makes of them. */
export interface Fixture {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly html: string
}

const folder = join(
  dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json')),
  'dist/govuk/components',
)

const fileOf = (component: string) => join(folder, component, 'fixtures.json')

/** The names of all components for which the design system ships fixtures. */
export function officialComponents(): string[] {
  return readdirSync(folder).filter((component) => existsSync(fileOf(component)))
}

/** The official fixtures of a component. */
export function fixturesOf(component: string): readonly Fixture[] {
  return JSON.parse(readFileSync(fileOf(component), 'utf8')).fixtures
}
