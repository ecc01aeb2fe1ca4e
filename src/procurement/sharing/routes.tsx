import { Hono } from 'hono'
import { allPartnerships, may } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { invalid, notFound } from '../../core/errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import { londonDate } from '../../core/values/index.ts'
import { contractAt } from '../queries/contract.ts'
import { shareContract } from './commands/share-contract.ts'
import { shareForm } from './forms.ts'
import { sharePath } from './paths.ts'
import { sharesOf } from './queries/shares.ts'
import { SharePage, type ShareTyped } from './views/share-page.tsx'
import { withdrawRoutes } from './withdraw-routes.tsx'

/** Where a contract is shared with other partnerships, and with whom it is. */
export const sharingRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/contracts/:reference/share', declare('contracts.read', 'sharing.show'), (c) => show(c))
    .post('/:partnership/contracts/:reference/share', declare('contracts.write', 'sharing.share'), async (c) => {
      const { partnership, actor } = staffPartnership(c)
      const typed = await typedInto(c)
      const read = shareForm.safeParse(typed)
      if (!read.success) {
        const mistakes = read.error.issues.map(({ path, message }) => ({ field: String(path[0]), sentence: message }))
        return show(c, { typed, mistakes })
      }
      const at = c.var.clock.now()
      const outcome = await asActor(c.var.database, actor, async (db) => {
        const contract = await contractAt(db, partnership.id, referenced(c), { on: londonDate(at) })
        if (!contract) throw notFound('This contract')
        return shareContract(db, actor, { partnershipId: partnership.id, contractId: contract.id, ...read.data, at })
      })
      if (outcome.outcome === 'refused') return show(c, { typed, mistakes: [outcome] })
      return c.redirect(`${sharePath(partnership.slug, c.req.param('reference'))}?done=shared`, 303)
    })
    .route('/', withdrawRoutes())

const doneWords: { readonly [done: string]: string } = {
  shared: 'The contract is shared. Its copy follows within a minute.',
  withdrawn: 'The share is withdrawn. Its copy follows within a minute.',
}

const referenced = (c: MercatContext) => ({ reference: c.req.param('reference') ?? '' })

interface Returned {
  readonly typed: ShareTyped
  readonly mistakes: readonly { readonly field: string; readonly sentence: string }[]
}

async function show(c: MercatContext, returned?: Returned): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const view = await asActor(c.var.database, actor, async (db) => {
    const contract = await contractAt(db, partnership.id, referenced(c), { on: today })
    if (!contract) throw notFound('This contract')
    const [year, month, day] = today.split('-')
    return (
      <SharePage
        partnership={partnership}
        contract={contract}
        shares={await sharesOf(db, partnership.id, contract.id)}
        partnerships={await allPartnerships(db)}
        today={today}
        mayShare={may(actor, 'contracts.write')}
        typed={
          returned?.typed ?? {
            partner: '',
            lots: contract.lots.map(({ id }) => id),
            'from-day': String(Number(day)),
            'from-month': String(Number(month)),
            'from-year': year ?? '',
          }
        }
        mistakes={returned?.mistakes ?? []}
        notice={doneWords[c.req.query('done') ?? '']}
      />
    )
  })
  return page(c, view, returned ? 422 : 200)
}

async function typedInto(c: MercatContext): Promise<ShareTyped> {
  const sent = await c.req.formData().catch(() => {
    throw invalid('The form could not be read.', 'Go back and send it again.')
  })
  const one = (name: string) => {
    const value = sent.get(name)
    return typeof value === 'string' ? value : ''
  }
  return {
    partner: one('partner'),
    lots: sent.getAll('lots').filter((value) => typeof value === 'string'),
    'from-day': one('from-day'),
    'from-month': one('from-month'),
    'from-year': one('from-year'),
  }
}
