import { expect } from '@playwright/test'
import { test } from './support/journey.ts'

const columns =
  'key,label,finding,section,theme,area,period,ages,sex,value,lower,upper,unit,basis,comparator_label,comparator_value,direction,source,locus,status,note'
const row = (key: string, value: string) =>
  `${key},People on the list,${value} people wait for care at home,gaps,Waiting,S12000010,2026-10,,all,${value},,,people,actual,,,,elc-2015,Made up for a test,printed,`

test('an analyst’s import changes the page at once', async ({ reader, product }) => {
  const { page } = reader
  const main = page.getByRole('main')
  await reader.open('/east-lothian/statement/gaps')
  await expect(main).not.toContainText('People on the list')

  const first = await product.file('waiting.csv', [columns, row('waiting-made-up', '1234')])
  const args = ['import', 'indicators', first, '--partnership', 'east-lothian']
  await product.run([...args, '--dry-run'])
  await reader.reload()
  await expect(main, 'a dry run changes nothing').not.toContainText('People on the list')

  await product.run(args)
  await reader.reload()
  await expect(page.getByRole('row', { name: 'People on the list' })).toContainText('1,234')

  const second = await product.file('waiting.csv', [columns, row('waiting-made-up', '1300')])
  await product.run(['import', 'indicators', second, '--partnership', 'east-lothian'])
  await reader.reload()
  await expect(page.getByRole('row', { name: 'People on the list' })).toContainText('1,300')
  await reader.follow('People on the list')
  expect(await reader.heading()).toBe('1300 people wait for care at home')
})

test('an analyst is told of a bad row by line, column and reason, and the page keeps what is good', async ({
  reader,
  product,
}) => {
  const file = await product.file('mixed.csv', [columns, row('good-made-up', '77'), row('bad-made-up', 'many')])
  const report = await product.run(['import', 'indicators', file, '--partnership', 'inverclyde'], 0)
  expect(report).toMatch(/line 3.*“many” is not a number/i)
  await reader.open('/inverclyde/statement/gaps')
  await expect(reader.page.getByRole('row', { name: 'People on the list' })).toHaveCount(1)
})
