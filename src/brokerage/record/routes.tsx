import { Hono } from 'hono'
import { systemActor } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { first, type Mistake } from '../../core/forms/index.ts'
import { declare, formSent, type MercatContext, type MercatEnv, page, staffPartnership } from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { personPath } from '../paths.ts'
import { peopleLike } from '../requests/queries/person.ts'
import { erasePerson } from './commands/erase-person.ts'
import { exportPerson } from './commands/export-person.ts'
import { isEraseReason } from './erase-reason.ts'
import { heldCounts, heldPerson } from './queries/held-person.ts'
import { packageRecord } from './queries/package-record.ts'
import { PeoplePage } from './views/people-page.tsx'
import { PersonPage } from './views/person-page.tsx'

/** A person's data, given or erased, and the record of a package for whoever challenges it. */
export const recordRoutes = (): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/:partnership/people', declare('people.data', 'people.list'), (c) => {
      const { partnership } = staffPartnership(c)
      return page(c, <PeoplePage partnership={partnership} form={untyped} found={undefined} />)
    })
    .post('/:partnership/people', declare('people.data', 'people.look'), look)
    .get('/:partnership/people/:reference', declare('people.data', 'people.person'), (c) => showPerson(c))
    .post('/:partnership/people/:reference/export', declare('people.data', 'people.export'), sendPerson)
    .post('/:partnership/people/:reference/erase', declare('people.data', 'people.erase'), erase)
    .get('/:partnership/packages/:reference/record.json', declare('packages.read', 'packages.record'), sendRecord)

const untyped: FormState = { typed: {}, mistakes: [] }

const referenceOf = (c: MercatContext): string => c.req.param('reference') ?? ''

/** Sent rather than asked for in the address, since names don't belong in addresses. */
async function look(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed } = await formSent(c)
  const letters = first(typed, 'look')
  if (letters.length < 2) {
    const mistakes = [{ field: 'look', sentence: 'Enter at least two letters of the name, or a number' }]
    return page(c, <PeoplePage partnership={partnership} form={{ typed, mistakes }} found={undefined} />, 422)
  }
  const found = await asActor(c.var.database, actor, (db) => peopleLike(db, partnership.id, letters.slice(0, 100)))
  return page(c, <PeoplePage partnership={partnership} form={{ typed, mistakes: [] }} found={found} />)
}

async function showPerson(
  c: MercatContext,
  form: FormState = untyped,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const found = await asActor(c.var.database, actor, async (db) => {
    const person = await heldPerson(db, partnership.id, referenceOf(c))
    return person && { person, held: await heldCounts(db, partnership.id, person.id) }
  })
  if (!found) throw notFound('This person')
  const done = c.req.query('done') === 'erased'
  return page(c, <PersonPage partnership={partnership} form={form} done={done} {...found} />, status)
}

async function sendPerson(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const reference = referenceOf(c)
  const at = c.var.clock.now()
  const record = await asActor(c.var.database, actor, (db) => exportPerson(db, actor, { partnership, reference, at }))
  return asFile(c, `${reference}.json`, record)
}

async function erase(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const reference = referenceOf(c)
  const { typed } = await formSent(c)
  const reason = first(typed, 'reason')
  const mistakes: Mistake[] = []
  if (!isEraseReason(reason)) mistakes.push({ field: 'reason', sentence: 'Choose why the person is erased' })
  if (first(typed, 'typed').toUpperCase() !== reference)
    mistakes.push({ field: 'typed', sentence: `Type ${reference} to confirm that it is this person` })
  if (!isEraseReason(reason) || mistakes.length > 0) return showPerson(c, { typed, mistakes }, 422)
  const at = c.var.clock.now()
  const outcome = await asActor(c.var.database, systemActor(partnership.id), (db) =>
    erasePerson(db, actor, { partnershipId: partnership.id, reference, reason, at }),
  )
  if (outcome.outcome === 'refused') return showPerson(c, { typed, mistakes: [{ sentence: outcome.sentence }] }, 409)
  return c.redirect(`${personPath(partnership.slug, reference)}?done=erased`, 303)
}

async function sendRecord(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const reference = referenceOf(c)
  const record = await asActor(c.var.database, actor, (db) =>
    packageRecord(db, partnership, reference, c.var.clock.now()),
  )
  return asFile(c, `${reference}-record.json`, record)
}

const asFile = (c: MercatContext, name: string, content: unknown): Response =>
  c.body(`${JSON.stringify(content, null, 2)}\n`, 200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  })
