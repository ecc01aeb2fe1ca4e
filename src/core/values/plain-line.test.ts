import { expect, test } from 'vitest'
import { isPlainLine } from './plain-line.ts'

test.each(['', 'West Lothian', 'Máire', 'علی', 'می‌خواهم', '👩‍⚕️'])('%j is plain', (text) =>
  expect(isPlainLine(text)).toBe(true),
)

test.each(['a\0b', 'a\nb', 'a\tb', 'a\u0085b', 'a\u2028b', 'a\u202eb', 'a\u2066b'])('%j is not', (text) =>
  expect(isPlainLine(text)).toBe(false),
)
