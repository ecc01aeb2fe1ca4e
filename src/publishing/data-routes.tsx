import { Hono } from 'hono'
import { type Partnership, partnershipBySlug, publicActor } from '../core/auth/index.ts'
import { asActor, type Db } from '../core/db/index.ts'
import { invalid } from '../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../core/http/index.ts'
import { type IsoDate, isIsoDate, londonDate } from '../core/values/index.ts'
import { sourcesByKey } from '../evidence/index.ts'
import { fileAnswer, fileNamed } from './api/file-answer.ts'
import { openToAll } from './api/open-to-all.ts'
import { dataPageContent } from './queries/data-page-content.ts'
import { figureById, figureTable } from './queries/figure-by-id.ts'
import { statementData } from './queries/statement-data.ts'
import { tableFile } from './queries/table-file.ts'
import { DataPage } from './views/data-page.tsx'

/** The page of open data and every table as a file. */
export const dataRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/data', declare('public.read', 'data.page'), async (c) => {
      const content = await reading(c, async (db, partnership) => dataPageContent(statementData(db, partnership)))
      return page(c, <DataPage {...content} />)
    })
    .get('/:partnership/data/:file{.+\\.(csv|json)}', declare('public.read', 'data.table'), openToAll, async (c) => {
      const { name, format } = fileNamed(c.req.param('file'))
      const { about, rows } = await reading(c, (db, partnership) =>
        tableFile(statementData(db, partnership), name, {
          area: c.req.query('area'),
          year: c.req.query('year'),
          on: dayAsked(c),
        }),
      )
      return fileAnswer(c, format, { ...about, file: inFull(c, about.file, format) }, rows)
    })

/** One figure as a file. To be mounted before the pages of figures, whose identifiers may end in anything. */
export const figureFileRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>().get(
    '/:partnership/figures/:file{.+\\.(csv|json)}',
    declare('public.read', 'data.figure'),
    openToAll,
    async (c) => {
      const { name, format } = fileNamed(c.req.param('file'))
      const { found, table, sources, publisher } = await reading(c, async (db, partnership) => {
        const found = await figureById(db, partnership, name)
        const table = await figureTable(db, partnership, found)
        const keys = found.figure.sources.map(({ key }) => key)
        return { found, table, sources: [...(await sourcesByKey(db, keys)).values()], publisher: partnership.name }
      })
      const { figure, finding, section } = found
      const about = {
        file: inFull(c, `${name}.csv`, format),
        title: finding,
        description: [figure.label, figure.area.name, figure.period, figure.method].filter(Boolean).join('. '),
        publisher,
        columns: table.columns,
        key: [],
        sources,
      }
      return fileAnswer(c, format, about, table.rows, { figure: { ...figure, finding, section } })
    },
  )

/** The day that a file is asked to tell of, or today. */
function dayAsked(c: MercatContext): IsoDate {
  const asked = c.req.query('on') ?? ''
  if (asked && !isIsoDate(asked)) throw invalid('The day in the address must be a real date, such as 2027-04-01.')
  return asked || londonDate(c.var.clock.now())
}

/** A file saved among others is known by its partnership's name; the metadata names the file as its address does. */
const inFull = (c: MercatContext, file: string, format: string): string =>
  format === 'csv' ? `${c.req.param('partnership')}-${file}` : file

/** Reads what an answer needs of one partnership in one transaction. */
const reading = <T,>(c: MercatContext, read: (db: Db, partnership: Partnership) => Promise<T>): Promise<T> =>
  asActor(c.var.database, publicActor, async (db) =>
    read(db, await partnershipBySlug(db, c.req.param('partnership') ?? '')),
  )
