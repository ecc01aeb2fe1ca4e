import { expect, test } from 'vitest'
import { inventionOf } from './invention-of.ts'

test('the settings of a made-up problem are read, in any order', () => {
  expect(inventionOf('packages=5000,providers=100,tightness=0.7,seed=1')).toEqual({
    packages: 5000,
    providers: 100,
    tightness: 0.7,
    seed: 1,
  })
  expect(inventionOf('seed=3, providers=2,packages=1')).toEqual({ packages: 1, providers: 2, tightness: 0.7, seed: 3 })
})

test.each([
  ['packages=5', 'What is made up needs providers'],
  ['', '“” is not understood'],
  ['packages=5,providers=2,colour=red', '“colour=red” is not understood'],
  ['packages=0,providers=2', 'packages must be a whole number from 1 to 200000, and is “0”.'],
  ['packages=1.5,providers=2', 'packages must be a whole number'],
  ['packages=-5,providers=2', 'packages must be a whole number'],
  ['packages=5,providers=2,tightness=0', 'tightness must be a number from 0.05 to 5'],
  ['packages=5,providers=2,tightness=x', 'tightness must be a number'],
  ['packages=5,packages=6,providers=2', 'packages is told twice.'],
  ['packages=5=6,providers=2', '“packages=5=6” is not understood'],
])('“%s” is refused with a sentence', (text, sentence) => {
  expect(() => inventionOf(text)).toThrow(sentence)
})
