import { pageKinds } from './support/page-kinds.ts'
import { digits, printTable, verdict } from './support/print.ts'
import { openWithDemonstration, productOver } from './support/product.ts'
import { onFolder } from './support/stores.ts'
import { fetched, fontsOf, loadedBy, sumOf, type Weight } from './support/weights.ts'

/** What all scripts of a page may weigh, packed, bytes. */
const scriptBound = 4096

const kilobytes = ({ raw, packed }: Weight): string[] => [digits(raw / 1024, 1), digits(packed / 1024, 1)]

await onFolder(async (folder) => {
  const database = await openWithDemonstration({ kind: 'embedded', folder })
  try {
    const app = productOver(database)
    const rows: string[][] = []
    for (const { kind, path } of await pageKinds(app)) {
      const page = await fetched(app, path)
      if (page.status !== 200) continue
      const { styles, scripts, inline } = loadedBy(page.text)
      const css = await Promise.all(styles.map((style) => fetched(app, style)))
      const js = await Promise.all(scripts.map((script) => fetched(app, script)))
      const fonts = await Promise.all(
        css.flatMap(({ text }, at) => fontsOf(text, styles[at] ?? '')).map((font) => fetched(app, font)),
      )
      const script = sumOf([...js, ...inline.map((text) => ({ raw: text.length, packed: text.length }))])
      rows.push([
        kind,
        ...kilobytes(page),
        digits(page.packed / page.raw, 2),
        ...kilobytes(sumOf(css)),
        ...kilobytes(script),
        digits(sumOf(fonts).packed / 1024, 1),
        digits(sumOf([page, ...css, ...fonts, script]).packed / 1024, 1),
        verdict(script.packed <= scriptBound),
      ])
    }
    printTable(
      'Kilobytes of each kind of page of West Lothian, raw and gzipped (scripts are held to 4 KB gzipped; a browser fetches only the fonts it uses)',
      ['page', 'HTML', 'gz', 'ratio', 'CSS', 'gz', 'scripts', 'gz', 'fonts', 'all, gz', 'bound'],
      rows,
    )
  } finally {
    await database.close()
  }
})
