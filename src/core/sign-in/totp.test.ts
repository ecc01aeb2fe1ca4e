import { expect, test } from 'vitest'
import { base32, totpAddress, totpCode, totpStep } from './totp.ts'

// The last six of the eight figures that appendix B of RFC 6238 gives for SHA-1.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('%s seconds after 1970 the code of the standard’s example is %s', (seconds, code) => {
  expect(totpCode('12345678901234567890', new Date(seconds * 1000))).toBe(code)
})

test('a code belongs to its own half minute, and is taken half a minute before and after it and no longer', () => {
  const secret = '12345678901234567890'
  const stepAt = (seconds: number) => totpStep(secret, '081804', new Date(seconds * 1000))
  const [own, step] = [1111111080, 1111111080 / 30]
  expect([-31, -30, 0, 29, 59, 60].map((seconds) => stepAt(own + seconds))).toEqual([
    undefined,
    step,
    step,
    step,
    step,
    undefined,
  ])
  expect(totpStep(secret, '08180', new Date(own * 1000))).toBe(undefined)
})

test('the address carries the secret in base 32', () => {
  expect([base32('12345678901234567890'), base32('f')]).toEqual(['GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 'MY'])
  expect(totpAddress('12345678901234567890', 'a+b@example.org')).toBe(
    'otpauth://totp/Mercat:a%2Bb%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Mercat&digits=6&period=30',
  )
})
