import { Hono } from 'hono'
import { type Actor, partnershipBySlug, systemActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { MercatError, notFound } from '../../core/errors/index.ts'
import { fileByDigest } from '../../core/files/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../../core/http/index.ts'
import { isId, londonDate } from '../../core/values/index.ts'
import { documentOf } from '../register/queries/documents.ts'
import { ownContract } from './queries/own-contract.ts'
import { ownContracts } from './queries/own-contracts.ts'
import { ContractPage } from './views/contract-page.tsx'
import { ContractsPage } from './views/contracts-page.tsx'

/** What a provider sees of its own contracts, in all partnerships. */
export const providerContractRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/provider/contracts', declare('provider.own', 'provider.contracts'), async (c) => {
      const actor = provider(c)
      const today = londonDate(c.var.clock.now())
      const contracts = await asActor(c.var.database, actor, (db) => ownContracts(db, actor.organisationId, today))
      return page(c, <ContractsPage {...viewer(c)} contracts={contracts} today={today} />)
    })
    .get('/provider/contracts/:partnership/:reference', declare('provider.own', 'provider.contract'), async (c) => {
      const actor = provider(c)
      const today = londonDate(c.var.clock.now())
      const view = await asActor(c.var.database, actor, async (db) => {
        const partnership = await partnershipBySlug(db, c.req.param('partnership'))
        const asked = {
          partnership,
          organisationId: actor.organisationId,
          reference: c.req.param('reference'),
          on: today,
        }
        return (
          <ContractPage
            {...viewer(c)}
            partnership={partnership}
            organisationId={actor.organisationId}
            today={today}
            {...(await ownContract(db, asked))}
          />
        )
      })
      return page(c, view)
    })
    .get(
      '/provider/contracts/:partnership/:reference/documents/:document',
      declare('provider.own', 'provider.document'),
      sendDocument,
    )

function provider(c: MercatContext): Extract<Actor, { kind: 'provider' }> {
  const { actor } = c.var
  // A permission of the role would let the product itself in as well.
  if (actor.kind !== 'provider') throw new MercatError('forbidden', 'This page is for providers.')
  return actor
}

const viewer = ({ var: { signedIn } }: MercatContext) => ({
  organisation: signedIn?.membership.organisation?.name ?? 'Your organisation',
  demonstration: signedIn?.demonstration ?? false,
})

async function sendDocument(c: MercatContext): Promise<Response> {
  const actor = provider(c)
  const { partnership, document } = await asActor(c.var.database, actor, async (db) => {
    const partnership = await partnershipBySlug(db, c.req.param('partnership') ?? '')
    const id = c.req.param('document') ?? ''
    const document = isId(id) ? await documentOf(db, partnership.id, c.req.param('reference') ?? '', id) : undefined
    if (!document) throw notFound('This document')
    return { partnership, document }
  })
  // The file itself is the partnership's; that the provider may have it, its row has just said.
  const { bytes } = await asActor(c.var.database, systemActor(partnership.id), (db) =>
    fileByDigest(db, document.digest),
  )
  const { name, mediaType } = document
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': mediaType,
    // Never shown as a page of ours, whatever it is.
    'Content-Disposition': `attachment; filename="${name.replaceAll(/[^\w. -]/g, '-')}"; filename*=UTF-8''${encodeURIComponent(name)}`,
  })
}
