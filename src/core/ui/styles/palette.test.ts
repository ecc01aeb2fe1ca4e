import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from '../contrast.ts'

const whole = readFileSync(new URL('../static/mercat.css', import.meta.url), 'utf8')

// Forced colours are the reader's own choice; what stands outside that block is ours to answer for.
const css = whole.replaceAll(/@media ?\(forced-colors: ?active\) ?\{(?:[^{}]*\{[^}]*\})*\}/g, '')

const white = '#fff'
const stone = '#f3f4f0'

/** Each class of a family with what the compiled stylesheet gives it. */
function rules(family: RegExp, ...properties: string[]) {
  const found = [...css.matchAll(/\.([a-z]-[a-z0-9]+)\{([^}]*)\}/g)].filter(([, name]) => family.test(name ?? ''))
  return found.map(([, name, body]) => {
    const value = (property: string) => new RegExp(`(?:^|;)${property}:([^;]+)`).exec(body ?? '')?.[1] ?? ''
    return { name: name ?? '', values: properties.map((property) => resolve(value(property))) }
  })
}

/** Follows `var(--need)` to its colour. */
function resolve(value: string): string {
  const token = /^var\((--[a-z0-9-]+)\)$/.exec(value)?.[1]
  return token ? (new RegExp(`${token}:\\s*(#[0-9a-f]+)`).exec(css)?.[1] ?? '') : value.replace(/^white$/, white)
}

const cells = rules(/^(?:d-(?:n\d|0|s\d)|q-\d)$/, 'background', 'color')

test('there are seven diverging and six sequential classes', () => {
  expect(cells.map(({ name }) => name).sort()).toEqual(
    ['d-0', 'd-n1', 'd-n2', 'd-n3', 'd-s1', 'd-s2', 'd-s3', 'q-1', 'q-2', 'q-3', 'q-4', 'q-5', 'q-6'].sort(),
  )
})

test.each(cells)('text on $name has a contrast of 4.5 or more', ({ values: [fill = '', text = ''] }) => {
  expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5)
})

const marks = rules(/^[fk]-(?:need|supply|ink|grey|c\d)$/, '(?:fill|stroke)')

test('each of the eleven tones has a fill and a stroke', () => {
  expect(marks).toHaveLength(22)
})

test.each(marks)('$name stands out on white and on stone by 3 or more', ({ values: [colour = ''] }) => {
  expect(contrast(colour, stone)).toBeGreaterThanOrEqual(3)
  expect(contrast(colour, white)).toBeGreaterThanOrEqual(3)
})

test.each(['--ink', '--ink-2', '--link', '--need', '--supply'])('text in %s reads on white and on stone', (token) => {
  const colour = resolve(`var(${token})`)
  expect(contrast(colour, white)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(colour, stone)).toBeGreaterThanOrEqual(4.5)
})

test('white labels read on bars of need and supply', () => {
  for (const token of ['--need', '--supply', '--ink']) {
    expect(contrast(resolve(`var(${token})`), white)).toBeGreaterThanOrEqual(4.5)
  }
})
