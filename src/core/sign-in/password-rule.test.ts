import { expect, test } from 'vitest'
import { passwordFault } from './password-rule.ts'

const aila = { name: 'Aila Example', email: 'aila.pine@example.org' }

test.each([
  ['elevenchars', 'short'],
  ['', 'short'],
  ['x7!'.repeat(60), 'long'],
  ['Password1234', 'common'],
  ['P4ssw0rd!!!!!', 'common'],
  ['Manchester United 99', 'common'],
  ['correct horse battery staple', 'common'],
  ['123456789012', 'simple'],
  ['abcdefghijklmnop', 'simple'],
  ['aaaaaaaaaaaaaaa', 'simple'],
  ['abc1abc1abc1', 'simple'],
  ['Aila-and-the-boats', 'about-you'],
  ['we example often', 'about-you'],
  ['a tall pine here', 'about-you'],
])('%s is refused as %s', (password, fault) => {
  expect(passwordFault(password, aila)).toBe(fault)
})

test.each(['seven herons wade', 'Tàbhachdach-42-gàrradh', 'kettle/moss/linen', '紫陽花 の 咲く 頃 に 会う 人 々'])(
  '%s will do',
  (password) => {
    expect(passwordFault(password, aila)).toBeUndefined()
  },
)
