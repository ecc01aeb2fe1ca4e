import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compileStyles, sheets } from '../../../../tools/styles.mjs'

const source = new URL('../../../', import.meta.url)
const committed = (sheet: string) => readFileSync(new URL(`../static/${sheet}.css`, import.meta.url), 'utf8')
const all = sheets.map(committed).join('')

test.each(sheets)(
  'the committed %s.css is what the Sass compiles to (if not: node tools/styles.mjs)',
  (sheet) => {
    expect(committed(sheet) === compileStyles(sheet)).toBe(true)
  },
  600_000,
)

test('the stylesheet of every page is 20 KB at most as it is sent', () => {
  expect(gzipSync(committed('mercat'), { level: 9 }).length).toBeLessThanOrEqual(20_000)
})

test.each([
  ['something from elsewhere', /url\("?(?:https?:|\/\/|data:)|@import/],
  ['the Transport typeface', /GDS Transport/],
  ['the crown or the crest', /crown|crest/],
])('the stylesheets do not ask for %s', (_what, pattern) => {
  expect(pattern.test(all)).toBe(false)
})

test('no page uses a part whose styles only the design system reads', () => {
  const rare =
    /import \{[^}]*\b(?:CookieBanner|ExitThisPage|Feedback|Footer|GenericHeader|Header|LanguageNavigation|PhaseBanner|ServiceNavigation)\b[^}]*\} from '[^']*govuk\/index/
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.tsx') && !file.startsWith('core/design-system/') && !file.includes('.test.'))
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter((file) => rare.test(readFileSync(new URL(file, source), 'utf8')))).toEqual([])
})
