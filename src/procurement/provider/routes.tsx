import { Hono } from 'hono'
import { partnershipBySlug, systemActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { fileByDigest } from '../../core/files/index.ts'
import { declare, type MercatContext, type MercatEnv, ownOrganisation, page } from '../../core/http/index.ts'
import { isId, londonDate } from '../../core/values/index.ts'
import { documentOf } from '../register/queries/documents.ts'
import { ownContract } from './queries/own-contract.ts'
import { ownContracts } from './queries/own-contracts.ts'
import { ContractPage } from './views/contract-page.tsx'
import { ContractsPage } from './views/contracts-page.tsx'
import { contractsPlace, type ProviderPlace } from './views/provider-page.tsx'

/** What a provider sees of its own contracts, in all partnerships; given the places of its other pages too. */
export const providerContractRoutes = (places: readonly ProviderPlace[] = [contractsPlace]): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/provider/contracts', declare('provider.own', 'provider.contracts'), async (c) => {
      const { actor, ...viewer } = ownOrganisation(c)
      const today = londonDate(c.var.clock.now())
      const contracts = await asActor(c.var.database, actor, (db) => ownContracts(db, actor.organisationId, today))
      return page(c, <ContractsPage {...viewer} places={places} contracts={contracts} today={today} />)
    })
    .get('/provider/contracts/:partnership/:reference', declare('provider.own', 'provider.contract'), async (c) => {
      const { actor, ...viewer } = ownOrganisation(c)
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
            {...viewer}
            places={places}
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

async function sendDocument(c: MercatContext): Promise<Response> {
  const { actor } = ownOrganisation(c)
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
