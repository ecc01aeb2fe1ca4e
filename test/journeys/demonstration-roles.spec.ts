import { expect } from '@playwright/test'
import { roleNames, staffRoles } from '../../src/core/auth/index.ts'
import { phones, test } from './support/journey.ts'
import { startProduct } from './support/product.ts'
import { readerOf } from './support/reader.ts'
import { stepInto } from './support/sign-in.ts'

const roles = [
  { button: 'Provider of Pretend Hazel Association', actsFor: 'Pretend Hazel Association' },
  ...staffRoles.map((role) => ({
    button: `${roleNames[role]} of West Lothian`,
    actsFor: 'West Lothian',
  })),
]

test('every role of the demonstration can be stepped into and leads to a sound first page', async ({ reader }) => {
  for (const { button, actsFor } of roles) {
    await stepInto(reader, button)
    await expect(reader.page.getByRole('main')).toContainText(`You act for ${actsFor}`)
    await expect(reader.page.getByRole('main').getByRole('term')).toContainText([
      'Name',
      'Email address',
      'You act for',
    ])
    await expect(reader.page.getByRole('banner').getByRole('link', { name: actsFor })).toBeVisible()
  }
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('stepping in and out again needs no scripts and fits a phone', async ({ reader }) => {
    await reader.open('/sign-in/demonstration')
    await reader.examineAt(phones)
    await stepInto(reader, 'Administrator of Lancashire')
    await reader.examineAt(phones)
    await reader.follow('People, settings and mail')
    await reader.examineAt(phones)
    await reader.page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click()
    await expect(reader.page.getByRole('banner').getByRole('link', { name: 'Sign in' })).toBeVisible()
    await reader.open('/admin')
    expect(await reader.heading()).toBe('Sign in')
  })
})

test('where no demonstration is loaded there is no role to step into', async ({ page }) => {
  test.setTimeout(600_000)
  const bare = await startProduct({ demonstration: false })
  const reader = readerOf(page, bare.address)
  await reader.open('/sign-in/demonstration', 404)
  await reader.open('/sign-in')
  await expect(page.getByRole('link', { name: 'Step into a role' })).toHaveCount(0)
  const answer = await page.request.post(`${bare.address}/sign-in/demonstration`, {
    form: { role: 'west-lothian.administrator' },
    headers: { origin: bare.address },
  })
  expect(answer.status()).toBe(404)
  await bare.stop()
})
