import { Hono } from 'hono'
import type { Actor, Partnership } from '../auth/index.ts'
import { csvOf } from '../csv/index.ts'
import { asActor } from '../db/index.ts'
import { MercatError, notFound } from '../errors/index.ts'
import {
  declare,
  liveAddress,
  liveEvents,
  type MercatContext,
  type MercatEnv,
  page,
  staffPartnership,
} from '../http/index.ts'
import { askRun } from './commands/ask-run.ts'
import { rememberColumns } from './commands/remember-columns.ts'
import type { ImportKind } from './import-kind.ts'
import { chosenByHand, columnsOf, type Mapping, mappingWords, missingOf } from './mapping.ts'
import { runEventsPath, runPath } from './paths.ts'
import { rememberedColumns } from './queries/remembered.ts'
import { accountNames, progressKey, type Run, runById } from './queries/runs.ts'
import { isRunAction, isStuck } from './run-state.ts'
import { columnField } from './views/column-form.tsx'
import { RunPage } from './views/run-page.tsx'

/** The page of one file on its way in, and what is asked there. */
export const runRoutes = (kinds: readonly ImportKind[]): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/imports/:run', declare('data.import', 'imports.run'), (c) =>
      showRun(c, kinds, { late: c.req.query('late') !== undefined }),
    )
    .post('/:partnership/imports/:run', declare('data.import', 'imports.run-ask'), (c) => ask(c, kinds))
    .get('/:partnership/imports/:run/rows.csv', declare('data.import', 'imports.run-rows'), async (c) => {
      const { run } = await found(c, kinds)
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="rows-${run.id}.csv"`)
      const lines = (taken: string, rows: NonNullable<Run['report']>['rejected'] = []) =>
        rows.map(({ line, column, reason }) => [line, column, taken, reason])
      const { rejected, flagged } = run.report ?? {}
      return c.body(csvOf([['line', 'column', 'taken', 'reason'], ...lines('no', rejected), ...lines('yes', flagged)]))
    })
    .get('/:partnership/imports/:run/events', declare('data.import', 'imports.run-events'), async (c) => {
      const { partnership, actor, run } = await found(c, kinds)
      const key = () => asActor(c.var.database, actor, (db) => progressKey(db, partnership.id, run.id))
      return liveEvents(c, `import ${partnership.id} ${run.id}`, key, { restless: true })
    })

interface Found {
  readonly partnership: Partnership
  readonly actor: Actor
  readonly run: Run
  readonly kind: ImportKind
}

async function found(c: MercatContext, kinds: readonly ImportKind[]): Promise<Found> {
  const { partnership, actor } = staffPartnership(c)
  const run = await asActor(c.var.database, actor, (db) => runById(db, partnership.id, c.req.param('run') ?? ''))
  const kind = kinds.find(({ key }) => key === run.kind)
  if (!kind) throw notFound('This import')
  return { partnership, actor, run, kind }
}

interface Shown {
  readonly late?: boolean
  /** The columns as they were just chosen, where that is not what the import has. */
  readonly mapping?: Mapping
  /** The needed columns that are missing are said to be mistakes. */
  readonly checked?: boolean
}

async function showRun(c: MercatContext, kinds: readonly ImportKind[], shown: Shown): Promise<Response> {
  const { partnership, actor, run, kind } = await found(c, kinds)
  const { names, remembered, key } = await asActor(c.var.database, actor, async (db) => ({
    names: await accountNames(db, [run.uploaded_by, run.imported_by]),
    remembered: await rememberedColumns(db, partnership.id, run.kind),
    key: await progressKey(db, partnership.id, run.id),
  }))
  const mapping = shown.mapping ?? run.mapping
  const { header } = run.start ?? { header: [] }
  const columns =
    run.state === 'mapping' && run.start
      ? columnsOf(header, kind.columns(header, run.chosen), mapping, kind.family)
      : undefined
  const mistakes =
    shown.checked && columns
      ? missingOf(columns).map((column) => ({
          key: column.key,
          sentence: `Choose the column of the file that holds “${column.name}”`,
        }))
      : []
  const taken = Object.fromEntries(Object.entries(mapping).filter(([of, name]) => remembered[of] === name))
  const nameOf = (id: Run['imported_by']) => (id ? (names.get(id) ?? 'Someone who has left') : undefined)
  return page(
    c,
    <RunPage
      partnership={partnership}
      kind={kind}
      run={run}
      uploader={nameOf(run.uploaded_by) ?? ''}
      importer={nameOf(run.imported_by)}
      live={liveAddress(runEventsPath(partnership.slug, run.id), key)}
      stuck={isStuck(run.state, run.heard_at, c.var.clock.now())}
      columns={columns}
      remembered={mappingWords(kind.columns(header, run.chosen), taken)}
      mistakes={mistakes}
      late={shown.late === true}
    />,
    mistakes.length > 0 ? 422 : 200,
  )
}

async function ask(c: MercatContext, kinds: readonly ImportKind[]): Promise<Response> {
  const { partnership, actor, run, kind } = await found(c, kinds)
  const sent = await c.req.formData().catch(() => {
    throw new MercatError('wrong-media-type', 'This address takes what its form sends, and this is something else.')
  })
  const one = (name: string) => {
    const value = sent.get(name)
    return typeof value === 'string' ? value : ''
  }
  const at = c.var.clock.now()
  const { header } = run.start ?? { header: [] }
  const mapping = run.state === 'mapping' ? chosenColumns(sent, kind, run) : undefined
  if (mapping && one('do') !== 'throw-away') {
    const missing = missingOf(columnsOf(header, kind.columns(header, run.chosen), mapping, kind.family))
    if (one('do') === 'look' || missing.length > 0) return showRun(c, kinds, { mapping, checked: one('do') !== 'look' })
  }
  const action = one('do')
  if (!isRunAction(action)) return c.redirect(runPath(partnership.slug, run.id), 303)
  const done = await asActor(c.var.database, actor, async (db) => {
    const asked = await askRun(db, actor, partnership, run.id, {
      action,
      ticket: one('ticket'),
      allOrNothing: one('all') === 'yes',
      at,
      ...(mapping ? { mapping } : {}),
    })
    if (asked && action === 'try' && mapping) {
      await rememberColumns(db, actor, partnership, { kind: run.kind, header, mapping, at })
    }
    return asked
  })
  return c.redirect(`${runPath(partnership.slug, run.id)}${done ? '' : '?late'}`, 303)
}

/** What was chosen by hand in the form of the columns. */
function chosenColumns(sent: FormData, kind: ImportKind, run: Run): Mapping {
  const { header } = run.start ?? { header: [] }
  const columns = kind.columns(header, run.chosen)
  const asked = new Map(
    columns.flatMap(({ key }) => {
      const value = sent.get(columnField(key))
      return typeof value === 'string' ? [[key, value] as const] : []
    }),
  )
  return chosenByHand(asked, header, columns, kind.family)
}
