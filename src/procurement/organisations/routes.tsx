import { Hono } from 'hono'
import { accountOf, systemActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { type Id, isId, londonDate } from '../../core/values/index.ts'
import {
  liftSuspension,
  regulatorNames,
  regulatorOf,
  suspendedOrganisations,
  suspendProvider,
  tellRegistration,
} from '../../providers/index.ts'
import { dateFields, type Mistake, readTyped, type Typed } from '../changes/forms/typed.ts'
import { asAsker, formSent, mayWrite } from '../changes/request-routes.ts'
import { askCopies } from '../sharing/commands/ask-copies.ts'
import { liftForm, registrationForm, suspensionForm } from './forms.ts'
import { providerPath } from './paths.ts'
import { type ProviderContent, providerContent } from './queries/provider-content.ts'
import { providersOf } from './queries/providers.ts'
import { LiftPage, RegistrationPage, SuspendPage } from './views/provider-forms.tsx'
import { ProviderPage } from './views/provider-page.tsx'
import { ProvidersPage } from './views/providers-page.tsx'

const doneWords: { readonly [done: string]: string } = {
  suspended: 'Placing is suspended.',
  lifted: 'The suspension is lifted.',
  registered: 'The provider number is told.',
}

/** The pages of providers as a partnership's staff see them: who stands where, registrations, suspensions of placing. */
export const contractProviderRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/providers', declare('contracts.read', 'contracts.providers'), async (c) => {
      const { partnership } = staffPartnership(c)
      const on = londonDate(c.var.clock.now())
      const asked = {
        name: (c.req.query('name') ?? '').trim().slice(0, 100),
        all: c.req.query('show') === 'all',
        page: Math.min(1000, Math.max(1, Number.parseInt(c.req.query('page') ?? '', 10) || 1)),
      }
      const content = await asAsker(c, async (db) => ({
        ...(await providersOf(db, { partnershipId: partnership.id, on, ...asked })),
        suspended: await suspendedOrganisations(db, partnership.id, on),
      }))
      const suspended = new Set(content.suspended.map(({ organisationId }) => organisationId))
      const { pathname, search } = new URL(c.req.url)
      return page(
        c,
        <ProvidersPage
          partnership={partnership}
          {...content}
          suspended={suspended}
          asked={{ ...asked, address: `${pathname}${search}` }}
        />,
      )
    })
    .get('/:partnership/contracts/providers/:id', declare('contracts.read', 'contracts.provider'), async (c) => {
      const { partnership } = staffPartnership(c)
      const now = c.var.clock.now()
      const notice = doneWords[c.req.query('done') ?? '']
      const shown = { partnership, today: londonDate(now), now, mayWrite: mayWrite(c), notice }
      return page(c, <ProviderPage {...shown} {...(await contentOf(c))} />)
    })
    .get('/:partnership/contracts/providers/:id/suspend', declare('contracts.write', 'contracts.suspend-form'), (c) =>
      showSuspend(c, { ...dateFields('from', londonDate(c.var.clock.now())), ...dateFields('until', null) }, [], 200),
    )
    .post(
      '/:partnership/contracts/providers/:id/suspend',
      declare('contracts.write', 'contracts.suspend'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const { typed } = await formSent(c)
        const read = readTyped(suspensionForm, typed)
        if (read.mistakes) return showSuspend(c, typed, read.mistakes)
        const { organisation } = await contentOf(c)
        const asked = {
          partnershipId: partnership.id,
          organisationId: organisation.id,
          ...read.read,
          at: c.var.clock.now(),
        }
        const told = await asAsker(c, (db) => suspendProvider(db, actor, asked))
        if (told.outcome === 'refused') return showSuspend(c, typed, [mistakeOf(told)])
        return c.redirect(`${providerPath(partnership.slug, organisation.id)}?done=suspended`, 303)
      },
    )
    .get(
      '/:partnership/contracts/providers/:id/suspend/:suspension/lift',
      declare('contracts.write', 'contracts.lift-form'),
      (c) => showLift(c, {}, [], 200),
    )
    .post(
      '/:partnership/contracts/providers/:id/suspend/:suspension/lift',
      declare('contracts.write', 'contracts.lift'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const { typed } = await formSent(c)
        const read = readTyped(liftForm, typed)
        if (read.mistakes) return showLift(c, typed, read.mistakes)
        const { organisation, suspension } = await suspensionOf(c)
        const asked = { partnershipId: partnership.id, id: suspension.id, ...read.read, at: c.var.clock.now() }
        const told = await asAsker(c, async (db) => {
          // Told first: the ledger's entry is the last of a transaction.
          await askCopies(db, partnership.id)
          return liftSuspension(db, actor, asked)
        })
        if (told.outcome === 'refused') return showLift(c, typed, [{ field: 'reason', sentence: told.sentence }])
        return c.redirect(`${providerPath(partnership.slug, organisation.id)}?done=lifted`, 303)
      },
    )
    .get(
      '/:partnership/contracts/providers/:id/registration',
      declare('contracts.write', 'contracts.registration-form'),
      (c) => showRegistration(c, undefined, [], 200),
    )
    .post(
      '/:partnership/contracts/providers/:id/registration',
      declare('contracts.write', 'contracts.registration'),
      async (c) => {
        const { partnership, actor } = staffPartnership(c)
        const { typed } = await formSent(c)
        const read = readTyped(registrationForm, typed)
        if (read.mistakes) return showRegistration(c, typed, read.mistakes)
        const { organisation } = await contentOf(c)
        const asked = {
          organisationId: organisation.id,
          regulator: regulatorOf(partnership.nation),
          providerNumber: read.read.providerNumber,
          toldBy: accountOf(actor),
          at: c.var.clock.now(),
        }
        // Organisations are shared by all partnerships, so the product itself writes; the ledger says for whom.
        const told = await asActor(c.var.database, systemActor(), (db) => tellRegistration(db, systemActor(), asked))
        if (told.outcome === 'refused') {
          return showRegistration(c, typed, [{ field: 'providerNumber', sentence: told.sentence }])
        }
        return c.redirect(`${providerPath(partnership.slug, organisation.id)}?done=registered`, 303)
      },
    )

const mistakeOf = ({ field, sentence }: { readonly field: string; readonly sentence: string }): Mistake => ({
  field: field === 'reason' ? field : `${field}-day`,
  sentence,
})

/** The provider that an address names, of the partnership of whoever asks; else "not found". */
function contentOf(c: MercatContext): Promise<ProviderContent> {
  const { partnership } = staffPartnership(c)
  const id = c.req.param('id') ?? ''
  if (!isId(id)) throw notFound('This provider')
  return asAsker(c, (db) => providerContent(db, partnership, id, londonDate(c.var.clock.now())))
}

async function suspensionOf(c: MercatContext) {
  const { organisation, suspensions } = await contentOf(c)
  const suspension = suspensions.find(({ id }) => id === (c.req.param('suspension') as Id))
  if (!suspension) throw notFound('This suspension', 'It may have been taken back already.')
  return { organisation, suspension }
}

type Status = 200 | 422

async function showSuspend(c: MercatContext, typed: Typed, mistakes: readonly Mistake[], status: Status = 422) {
  const { partnership } = staffPartnership(c)
  const { organisation } = await contentOf(c)
  return page(
    c,
    <SuspendPage partnership={partnership} organisation={organisation} form={{ typed, mistakes }} />,
    status,
  )
}

async function showLift(c: MercatContext, typed: Typed, mistakes: readonly Mistake[], status: Status = 422) {
  const { partnership } = staffPartnership(c)
  const { organisation, suspension } = await suspensionOf(c)
  const of = { partnership, organisation, suspensionId: suspension.id, reason: suspension.reason }
  return page(c, <LiftPage {...of} form={{ typed, mistakes }} />, status)
}

async function showRegistration(
  c: MercatContext,
  typed: Typed | undefined,
  mistakes: readonly Mistake[],
  status: Status = 422,
) {
  const { partnership } = staffPartnership(c)
  const { organisation, likely } = await contentOf(c)
  // One provider of exactly this name is most likely it.
  const [only, ...more] = likely
  const proposed = { providerNumber: only !== undefined && more.length === 0 ? [only] : [] }
  const of = { partnership, organisation, likely, regulator: regulatorNames[regulatorOf(partnership.nation)] }
  return page(c, <RegistrationPage {...of} form={{ typed: typed ?? proposed, mistakes }} />, status)
}
