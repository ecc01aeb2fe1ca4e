import { followAFigureAndTakeIt } from './support/follow-a-figure.ts'
import { test } from './support/journey.ts'

test('open a statement, follow a figure to its rows, download it', async ({ reader }) => {
  await followAFigureAndTakeIt(reader)
})

test.describe('with JavaScript off', () => {
  test.use({ javaScriptEnabled: false })

  test('open a statement, follow a figure to its rows, download it', async ({ reader }) => {
    await followAFigureAndTakeIt(reader)
  })
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true })

  test('open a statement, follow a figure to its rows, download it', async ({ reader }) => {
    await followAFigureAndTakeIt(reader)
  })
})
