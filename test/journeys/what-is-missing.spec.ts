import { expect } from '@playwright/test'
import { test } from './support/journey.ts'

test('a reader of East Lothian is told what is missing and what would fill it', async ({ reader }) => {
  const { page } = reader
  const main = page.getByRole('main')
  await reader.open('/east-lothian')
  await expect(main).toContainText('The published documents of East Lothian print none of it.')
  await reader.follow('Population')
  await expect(main).toContainText('How many people live here, by age, now and in coming years, stands here.')
  await expect(main).toContainText('Importing the official estimates and projections of the area fills it.')
  await expect(main.getByRole('img')).toHaveCount(0)
  await reader.open('/east-lothian/statement/finance')
  await expect(main).toContainText('Budgets for the area would fill this section once a file of them is imported.')
})

test('a figure that is lost from its document says so and what would bring it back', async ({ reader }) => {
  const main = reader.page.getByRole('main')
  await reader.open('/inverclyde/statement/about')
  await reader.follow('Names of the three localities')
  await expect(main).toContainText('The number is lost from the document.')
  await expect(main).toContainText('The partnership’s locality plans would fill them')
})
