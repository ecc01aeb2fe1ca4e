import { expect, test } from 'vitest'
import { acceptForm, changePasswordForm, readEmail, readForm, readName } from './forms.ts'

test.each(['Aila Example', 'Máire Ní Example', 'O’Example', 'علی مثال', '李 例', 'Jean-Luc Example 2nd', 'می‌خواهم'])(
  '%s is a name',
  (name) => expect(readName(` ${name} `)).toBe(name),
)

test.each([
  ['nothing', '  '],
  ['nothing that can be seen', '\u200b\u200b'],
  ['a NUL byte', 'Aila\0Example'],
  ['a line of its own', 'Aila\r\nBcc: x@example.org'],
  ['a line separator', 'Aila\u2028Example'],
  ['text turned round', 'Aila \u202eelpmaxE'],
  ['an isolate', 'Aila \u2067Example'],
  ['a tag', '<b>Aila</b>'],
  ['more than a hundred characters', 'A'.repeat(101)],
])('a name with %s is refused', (_, name) => expect(readName(name)).toBeUndefined())

test.each([
  'jürgen@example.org',
  'a..b@example.org',
  'a@exa_mple.org',
  `a@${'b.'.repeat(100)}example.org`,
  'a\0@example.org',
])('%j, with which nobody could sign in, is no email address', (email) => expect(readEmail(email)).toBeUndefined())

test('a new password of any length is refused in our own words', () => {
  const newPassword = 'long '.repeat(1000)
  for (const form of [acceptForm, changePasswordForm])
    expect(readForm(form, { name: 'Aila Example', password: 'x', newPassword })).toEqual({
      mistakes: { newPassword: 'Choose a password of 128 characters or fewer' },
    })
})
