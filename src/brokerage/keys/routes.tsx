import { Hono } from 'hono'
import { z } from 'zod'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { line, readTyped, type Typed } from '../../core/forms/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, ownOrganisation, page } from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { isId } from '../../core/values/index.ts'
import type { ProviderPlace } from '../../procurement/index.ts'
import { makeKey } from './commands/make-key.ts'
import { revokeKey } from './commands/revoke-key.ts'
import { keysPath } from './paths.ts'
import { keysOf } from './queries/keys-of.ts'
import { KeysPage } from './views/keys-page.tsx'

const keyForm = z.object({ name: line('What it is for', 60) })
const nothing: FormState = { typed: {}, mistakes: [] }

/** The pages on which a provider makes keys for its own programs and revokes them. */
export const keyRoutes = (places: readonly ProviderPlace[]): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/provider/keys', declare('provider.own', 'provider.keys'), (c) => show(c, places, nothing))
    .post('/provider/keys', declare('provider.own', 'provider.make-key'), async (c) => {
      const { typed } = await formSent(c)
      const sent = readTyped(keyForm, typed)
      if (sent.mistakes) return refuse(c, places, typed, sent.mistakes)
      const made = await makeKey(c.var.database, ownOrganisation(c).actor, { ...sent.read, at: c.var.clock.now() })
      if (made.outcome === 'refused') return refuse(c, places, typed, [made])
      // Not by a redirect: what is shown once can stand in no address and nowhere else.
      return show(c, places, nothing, made.token)
    })
    .post('/provider/keys/:id/revoke', declare('provider.own', 'provider.revoke-key'), async (c) => {
      const id = c.req.param('id')
      if (!isId(id)) throw notFound('This key')
      await revokeKey(c.var.database, ownOrganisation(c).actor, { id, at: c.var.clock.now() })
      return c.redirect(keysPath(), 303)
    })

function refuse(
  c: MercatContext,
  places: readonly ProviderPlace[],
  typed: Typed,
  mistakes: FormState['mistakes'],
): Promise<Response> {
  return show(c, places, { typed, mistakes }, undefined, 422)
}

async function show(
  c: MercatContext,
  places: readonly ProviderPlace[],
  form: FormState,
  token?: string,
  status: 200 | 422 = 200,
): Promise<Response> {
  const { actor, ...viewer } = ownOrganisation(c)
  const keys = await asActor(c.var.database, actor, (db) => keysOf(db, actor.organisationId))
  return page(c, <KeysPage {...viewer} places={places} keys={keys} form={form} token={token} />, status)
}
