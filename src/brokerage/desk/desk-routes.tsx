import { Hono } from 'hono'
import { may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { invalid } from '../../core/errors/index.ts'
import { first, type Mistake } from '../../core/forms/index.ts'
import {
  declare,
  formSent,
  liveAddress,
  liveEvents,
  type MercatContext,
  type MercatEnv,
  page,
  staffPartnership,
} from '../../core/http/index.ts'
import { verifyLedger } from '../../core/ledger/index.ts'
import { withQuery } from '../../core/ui/parts/index.ts'
import { type Id, isId } from '../../core/values/index.ts'
import { actOnDesk } from './commands/act-on-desk.ts'
import { type DeskQuery, deskQuery } from './forms/desk-query.ts'
import { deskEventsPath } from './paths.ts'
import { deskContent } from './queries/desk-content.ts'
import type { DeskFilter } from './queries/desk-rows.ts'
import { deskVersion } from './queries/desk-version.ts'
import { packageReference } from './queries/package-reference.ts'
import { doneWords } from './said.ts'
import { ChainPage } from './views/chain-page.tsx'
import { DeskPage } from './views/desk-page.tsx'

/** The broker's desk. */
export const deskRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/desk', declare('packages.read', 'desk.show'), (c) => showDesk(c))
    .post('/:partnership/desk', declare('packages.place', 'desk.act'), act)
    .get('/:partnership/desk/chain', declare('packages.read', 'desk.chain'), showChain)
    .get('/:partnership/desk/events', declare('packages.read', 'desk.events'), (c) => {
      const { partnership, actor } = staffPartnership(c)
      const key = () => asActor(c.var.database, actor, (db) => deskVersion(db, partnership.id, c.var.clock.now()))
      return liveEvents(c, `desk ${partnership.id}`, key)
    })

function filterOf({ broker, area, needs }: DeskQuery, me: Id): DeskFilter {
  const whose = broker === 'mine' ? me : broker === 'none' ? null : broker
  return { broker: whose === undefined ? undefined : { id: whose as Id | null }, area, needs }
}

/** The desk as it was asked for; what was just done is said once and is no part of it. */
const addressOf = (c: MercatContext): string => {
  const { pathname, search } = new URL(c.req.url)
  return withQuery(pathname + search, { done: undefined })
}

async function showDesk(c: MercatContext, mistakes: readonly Mistake[] = []): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const query = deskQuery.parse(c.req.query())
  const now = c.var.clock.now()
  const asked = { filter: filterOf(query, actor.accountId), part: { group: query.group, page: query.page }, now }
  const content = await asActor(c.var.database, actor, (db) => deskContent(db, partnership, asked))
  return page(
    c,
    <DeskPage
      partnership={partnership}
      query={query}
      content={content}
      now={now}
      address={addressOf(c)}
      live={liveAddress(deskEventsPath(partnership.slug), content.key)}
      me={actor.accountId}
      mayPlace={may(actor, 'packages.place')}
      mayRequest={may(actor, 'packages.request')}
      said={doneWords(query.done)}
      mistakes={mistakes}
    />,
    mistakes.length > 0 ? 409 : 200,
  )
}

/** So many entries are followed while somebody waits for the page. */
const entriesFollowed = 1000

async function showChain(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const found = await asActor(c.var.database, actor, (db) =>
    verifyLedger(db, partnership.id, { last: entriesFollowed }),
  )
  const checked = Math.min(found.entries, entriesFollowed)
  return page(
    c,
    <ChainPage partnership={partnership} checked={checked} upTo={found.entries} broken={found.firstBroken} />,
  )
}

async function act(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed, asked: does } = await formSent(c)
  const [packageId = '', version = '', placementId = ''] = ['package', 'version', 'placement'].map((name) =>
    first(typed, name),
  )
  if (!isId(packageId) || !/^\d{1,9}$/.test(version) || (placementId && !isId(placementId))) {
    throw invalid('This form names no package.', 'Load the desk again.')
  }
  const { outcome, reference } = await asActor(c.var.database, actor, async (db) => ({
    outcome: await actOnDesk(db, actor, {
      partnershipId: partnership.id,
      packageId,
      version: Number(version),
      does,
      placementId: placementId ? (placementId as Id) : undefined,
      at: c.var.clock.now(),
    }),
    reference: await packageReference(db, partnership.id, packageId),
  }))
  if (outcome.outcome === 'refused') return showDesk(c, [{ sentence: `${reference}: ${outcome.sentence}` }])
  return c.redirect(withQuery(addressOf(c), { done: `${does}.${reference}` }), 303)
}
