import { test as base } from '@playwright/test'
import { alone } from './fixture.ts'
import { type Product, startProduct } from './product.ts'
import { type Reader, readerOf } from './reader.ts'

interface People {
  readonly reader: Reader
  /** Somebody else, in a browser of their own. */
  readonly newReader: () => Promise<Reader>
}

/** A product for all the journeys of a worker, started as they need it. */
export const served = (options?: Parameters<typeof startProduct>[0]) =>
  alone<Product>(async (use) => {
    const product = await startProduct(options)
    await use(product)
    await product.stop()
  })

/** A journey: readers in browsers, and the product that serves them, one for all the journeys of a worker. */
export const test = base.extend<People, { product: Product }>({
  product: [served(), { scope: 'worker', timeout: 120_000 }],
  newReader: async ({ product, browser, javaScriptEnabled }, use) => {
    const contexts = [await browser.newContext({ javaScriptEnabled: true })]
    // Without scripts axe-core can't run, so somebody with scripts looks at what the reader sees.
    const eyes = javaScriptEnabled ? undefined : await contexts[0]?.newPage()
    await use(async () => {
      const context = await browser.newContext()
      contexts.push(context)
      return readerOf(await context.newPage(), product.address, eyes)
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
  reader: ({ newReader }, use) => newReader().then(use),
})

/** The widths of a small phone and of a phone; a desk of 1,280 pixels is what pages are opened at. */
export const phones = [320, 390] as const
