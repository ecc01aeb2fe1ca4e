import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellsIn, tellTrouble } from './told-person.ts'

const person = { name: 'Mrs Ann-Marie O’Connor Young', address: 'Flat 2, 12 Bridge Street\nExampleton' }

test.each([
  ["O'Connor likes tea", ['name']],
  ['ANN-MARIE is up early', ['name']],
  ['Marie’s daughter visits', ['name']],
  ['Ask Mrs Young', ['name']],
  ['Lives on Bridge  street', ['address']],
  ['At EH47 0AB', ['postcode']],
  ['at eh470ab', ['postcode']],
  ['Call 01506 123 456', ['number']],
  ['CHI 0101415678', ['number']],
  ['Born 01/02/1941', ['date']],
  ['Born on 1st February 1941', ['date']],
  ['Born Feb. 1, 1941', ['date']],
  ['Young is cheerful in the morning', ['name']],
  ['Sleeps late. Young’s sister visits', ['name']],
  ['Write to a@example.org', ['mail']],
  ['Ann, of Bridge Street, 01506 123456', ['name', 'address', 'number']],
])('“%s” tells who it is: %j', (text, tells) => {
  expect(tellsIn(text, person)).toEqual(tells)
})

test.each([
  'Young people next door help.',
  'Has a young dog, likes an annual outing, marries humour with grit.',
  'Up at 8, lunch at 12:30, bed at 22:00. 2 carers, 4 visits, 90 minutes, 1,440 steps.',
  'Lives near the bridge, in a street of shops. Born in 1941, came here in May 1970.',
  'Used a frame since 2019; weighs 84 kg; takes 3 x 500 mg.',
])('“%s” tells nothing', (text) => {
  expect(tellsIn(text, person)).toEqual([])
  expect(tellTrouble('The pen picture', text, person)).toBeUndefined()
})

test('a name of two words of every day is found where a sentence begins', () => {
  const grace = { name: 'Grace Hill', address: '' }
  for (const text of ['Grace Hill, a keen walker.', 'Grace likes tea.', 'At ease. Hill has two sons.'])
    expect(tellsIn(text, grace)).toEqual(['name'])
  expect(tellsIn('Grace before meals; no hill too steep. Hill walks are a joy.', grace)).toEqual([])
})

test('a sentence says everything that has to go at once', () => {
  expect(tellTrouble('The pen picture', 'Ann of EH47 0AB, a@b.c', person)).toBe(
    'The pen picture holds the person’s name, a postcode and an email address. Take it out: providers read this before they know who it is',
  )
})

test('whatever somebody is called, their name between other words is found', () => {
  const name = fc.stringMatching(/^[A-ZÀ-Þ][a-zà-þ]{2,9}$/u).filter((one) => /^\p{L}+$/u.test(one))
  fc.assert(
    fc.property(name, name, (given, family) => {
      const of = { name: `${given} ${family}`, address: '' }
      const plain = tellsIn(`Every day ${family} sings.`, of)
      expect(
        plain.includes('name') ||
          /^(of|the|and|van|von|der|den|del|bin|mrs|miss|sir|lady|lord|rev|prof)$/i.test(family),
      ).toBe(true)
    }),
  )
})
