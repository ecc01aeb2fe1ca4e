import { test as base } from '@playwright/test'
import { type Product, startProduct } from './product.ts'
import { type Reader, readerOf } from './reader.ts'

/** A journey: a reader in a browser, and the product that serves them, one for all the journeys of a worker. */
export const test = base.extend<{ reader: Reader }, { product: Product }>({
  product: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      const product = await startProduct()
      await use(product)
      await product.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  reader: async ({ page, product, browser, javaScriptEnabled }, use) => {
    if (javaScriptEnabled) return use(readerOf(page, product.address))
    const seeing = await browser.newContext({ javaScriptEnabled: true, viewport: page.viewportSize() })
    await use(readerOf(page, product.address, await seeing.newPage()))
    await seeing.close()
  },
})

/** The widths of a small phone and of a phone; a desk of 1,280 pixels is what pages are opened at. */
export const phones = [320, 390] as const
