import { Hono } from 'hono'
import { allPartnerships } from '../auth/index.ts'
import { csvOf } from '../csv/index.ts'
import { asActor, type Db } from '../db/index.ts'
import { MercatError, notFound } from '../errors/index.ts'
import { largestFile } from '../files/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../http/index.ts'
import { fileInMemory, matchColumns } from '../import/index.ts'
import { londonDate } from '../values/index.ts'
import { barredBecause } from './barred.ts'
import { forgetColumns } from './commands/remember-columns.ts'
import { startRun } from './commands/start-run.ts'
import { type FileStart, readStart } from './file-start.ts'
import { type FormMistake, fileName, fileTrouble, type Options, readChoices } from './forms.ts'
import type { Chosen, ImportKind, Option } from './import-kind.ts'
import { type Mapping, mappingWords, nameOf, usable } from './mapping.ts'
import { newImportPath, runPath } from './paths.ts'
import { rememberedColumns } from './queries/remembered.ts'
import { type ListedColumn, NewImportPage } from './views/new-import-page.tsx'

/** A file of the largest size, with what is said about it; above that, it is refused before it is read. */
const largestBody = largestFile + 16 * 1024 * 1024

/** Where files are uploaded, a page for each kind. */
export const newImportRoutes = (kinds: readonly ImportKind[]): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/imports/new/:kind', declare('data.import', 'imports.new'), (c) => showNew(c, kinds))
    .post(
      '/:partnership/imports/new/:kind',
      declare('data.import', 'imports.upload', { body: largestBody }),
      async (c) => upload(c, kinds),
    )
    .get('/:partnership/imports/new/:kind/template.csv', declare('data.import', 'imports.template'), (c) => {
      const { kind } = asked(c, kinds)
      if (!kind.example) throw notFound('A template for this file')
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="${kind.key}.csv"`)
      return c.body(csvOf([Object.keys(kind.example), Object.values(kind.example)]))
    })
    .post('/:partnership/imports/new/:kind/forget', declare('data.import', 'imports.forget-columns'), async (c) => {
      const { partnership, actor, kind } = asked(c, kinds)
      await asActor(c.var.database, actor, (db) =>
        forgetColumns(db, actor, partnership, { kind: kind.key, at: c.var.clock.now() }),
      )
      return c.redirect(`${newImportPath(partnership.slug, kind.key)}?done=forgotten`, 303)
    })

function asked(c: MercatContext, kinds: readonly ImportKind[]) {
  const given = staffPartnership(c)
  const kind = kinds.find(({ key }) => key === c.req.param('kind'))
  if (!kind || (kind.nation && kind.nation !== given.partnership.nation)) throw notFound('This kind of import')
  return { ...given, kind }
}

/** The lists that choices are made from. */
async function optionsOf(db: Db, kind: ImportKind): Promise<Options> {
  const options = new Map<string, readonly Option[]>()
  for (const choice of kind.choices) {
    if (choice.kind === 'one-of') options.set(choice.name, choice.options)
    if (choice.kind === 'list') options.set(choice.name, await choice.options(db))
  }
  return options
}

interface Typed {
  readonly typed: Readonly<Record<string, string>>
  readonly mistakes: readonly FormMistake[]
}

async function showNew(c: MercatContext, kinds: readonly ImportKind[], sent?: Typed): Promise<Response> {
  const { partnership, actor, kind } = asked(c, kinds)
  const { options, remembered, barred } = await asActor(c.var.database, actor, async (db) => ({
    options: await optionsOf(db, kind),
    remembered: await rememberedColumns(db, partnership.id, kind.key),
    barred: barredBecause(kind, partnership, await allPartnerships(db)),
  }))
  const { typed = {}, mistakes = [] } = sent ?? {}
  return page(
    c,
    <NewImportPage
      partnership={partnership}
      kind={kind}
      columns={listedColumns(kind)}
      options={options}
      typed={typed}
      mistakes={mistakes}
      remembered={mappingWords(kind.columns(Object.keys(kind.example ?? {}), {}), remembered)}
      barred={barred}
      forgotten={c.req.query('done') === 'forgotten'}
    />,
    mistakes.length > 0 ? 422 : 200,
  )
}

/** The columns of a file as its template has them, or all that are known by name. */
function listedColumns({ columns, example = {}, family }: ImportKind): readonly ListedColumn[] {
  const header = Object.keys(example)
  const wanted = columns(header, {})
  const { found } = matchColumns(header, wanted)
  const listed = wanted.map((column) => {
    const name = header[found.get(column.key) ?? -1] ?? nameOf(column)
    return { name, needed: !column.optional, example: example[name], family: family?.test(column.key) === true }
  })
  const alike = listed.filter((column) => column.family)
  return [
    ...listed.filter((column) => !column.family).toSorted((a, b) => Number(b.needed) - Number(a.needed)),
    ...(alike.length > 0
      ? [{ name: alike.map(({ name }) => name).join(', '), needed: true, example: 'any such' }]
      : []),
  ]
}

async function upload(c: MercatContext, kinds: readonly ImportKind[]): Promise<Response> {
  const { partnership, actor, kind } = asked(c, kinds)
  const { database, clock } = c.var
  const sent = await c.req.formData().catch(() => {
    throw new MercatError('wrong-media-type', 'This address takes what its form sends, and this is something else.')
  })
  const typed = Object.fromEntries([...sent].filter((field): field is [string, string] => typeof field[1] === 'string'))
  const found = sent.get('file')
  const file = found instanceof File ? found : undefined
  const { options, remembered, barred } = await asActor(database, actor, async (db) => ({
    options: await optionsOf(db, kind),
    remembered: await rememberedColumns(db, partnership.id, kind.key),
    barred: barredBecause(kind, partnership, await allPartnerships(db)),
  }))
  if (barred) throw new MercatError('forbidden', barred)
  const { chosen, mistakes } = readChoices(kind.choices, typed, options, londonDate(clock.now()))
  const trouble = fileTrouble(file)
  const troubles = [...(trouble ? [{ field: 'file', sentence: trouble }] : []), ...mistakes]
  if (!file || troubles.length > 0) return showNew(c, kinds, { typed, mistakes: troubles })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const name = fileName(file)
  try {
    const { start, mapping } = await looked(kind, { name, bytes, chosen, remembered })
    const id = await asActor(database, actor, (db) =>
      startRun(db, actor, partnership, {
        kind: kind.key,
        name,
        mediaType: mediaTypeOf(kind, bytes),
        bytes,
        chosen,
        start,
        mapping,
        at: clock.now(),
      }),
    )
    return c.redirect(runPath(partnership.slug, id), 303)
  } catch (error) {
    if (!(error instanceof MercatError) || error.kind !== 'invalid') throw error
    const sentence = [error.message, error.advice].filter(Boolean).join(' ')
    return showNew(c, kinds, { typed, mistakes: [{ field: 'file', sentence }] })
  }
}

/** A workbook is a zip archive by its first bytes, whatever it is called. */
const mediaTypeOf = ({ format }: ImportKind, [first, second]: Uint8Array) =>
  format !== 'csv'
    ? { geojson: 'application/geo+json', json: 'application/json' }[format]
    : first === 0x50 && second === 0x4b
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : 'text/csv'

interface Looked {
  readonly name: string
  readonly bytes: Uint8Array
  readonly chosen: Chosen
  readonly remembered: Mapping
}

/** The start of a file and the columns remembered for it; a file that is none of this kind is refused. */
async function looked(
  kind: ImportKind,
  { name, bytes, chosen, remembered }: Looked,
): Promise<{ start: FileStart | undefined; mapping: Mapping }> {
  if (kind.format !== 'csv') return { start: undefined, mapping: {} }
  const isHeader = kind.titlesAbove
    ? (cells: readonly string[]) =>
        matchColumns(cells, kind.columns(cells, chosen), usable(remembered, cells)).missing.length === 0
    : undefined
  const start = await readStart(fileInMemory(name, bytes), isHeader)
  // Some kinds know from the first row that it is another file.
  kind.columns(start.header, chosen)
  return { start, mapping: usable(remembered, start.header) }
}
