import { expect, test } from 'vitest'
import { providersWords } from './summary-words.ts'

test('each provider is counted once; where none is recorded that is said, and not that there are none', () => {
  expect(
    providersWords([{ providers: ['Example Care Ltd', 'Pretend Trust'] }, { providers: ['Example Care Ltd'] }]),
  ).toBe('2')
  expect(providersWords([{ providers: [] }])).toBe('not recorded')
})
