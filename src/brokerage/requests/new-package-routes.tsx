import type { Partnership } from '../../core/auth/index.ts'
import { asActor } from '../../core/db/index.ts'
import { notFound } from '../../core/errors/index.ts'
import { dateTyped, first, type Mistake, type Typed } from '../../core/forms/index.ts'
import { formSent, type MercatContext, page, staffPartnership } from '../../core/http/index.ts'
import type { FormState } from '../../core/ui/form/index.ts'
import { withQuery } from '../../core/ui/parts/index.ts'
import { isIsoDate, londonDate } from '../../core/values/index.ts'
import { working } from '../commands/work.ts'
import { packagesPath } from '../paths.ts'
import { requestPackages } from './commands/request-packages.ts'
import { emptyRequest, grownBy, inOrder, mistakeOf, readRequest } from './forms/request-form.ts'
import { criteriaOn } from './need-criteria.ts'
import { type Person, peopleLike, personBy } from './queries/person.ts'
import { requestLists } from './queries/request-lists.ts'
import { FindPersonPage } from './views/find-person-page.tsx'
import { RequestPage } from './views/request-page.tsx'

/** Begins a request: whom to ask for, and then the form for them. */
export async function beginRequest(c: MercatContext): Promise<Response> {
  const { partnership } = staffPartnership(c)
  if (!c.req.query('person'))
    return page(c, <FindPersonPage partnership={partnership} form={{ typed: {}, mistakes: [] }} found={undefined} />)
  return requestPage(c)
}

/** Whom the address names: somebody of the partnership, or somebody new; anybody else is not found. */
async function personNamed(c: MercatContext): Promise<Person | undefined> {
  const { partnership, actor } = staffPartnership(c)
  const reference = c.req.query('person') ?? ''
  if (reference === 'new') return undefined
  const found = await asActor(c.var.database, actor, (db) => personBy(db, partnership.id, { reference }))
  if (!found) throw notFound('This person', 'They may have been erased.')
  return found
}

async function requestPage(c: MercatContext, form?: FormState, status: 200 | 409 | 422 = 200): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const today = londonDate(c.var.clock.now())
  const person = await personNamed(c)
  const lists = await asActor(c.var.database, actor, (db) => requestLists(db, partnership, today))
  const typed = form?.typed ?? emptyRequest({ today, services: lists.services.map(({ key }) => key) })
  const assessed = dateTyped(typed, 'assessed')
  return page(
    c,
    <RequestPage
      partnership={partnership}
      form={{ typed, mistakes: form?.mistakes ?? [] }}
      person={person}
      lists={lists}
      criteria={criteriaOn(lists.criteria, isIsoDate(assessed) ? assessed : today)}
    />,
    status,
  )
}

/** What the forms of a request send: letters to look for, another row, or the request. */
export async function sendRequest(c: MercatContext): Promise<Response> {
  const { partnership, actor } = staffPartnership(c)
  const { typed, asked } = await formSent(c)
  if (!c.req.query('person')) return lookFor(c, partnership, typed)
  const grown = grownBy(asked, typed)
  if (grown) return requestPage(c, { typed: grown, mistakes: [] })
  const person = await personNamed(c)
  const at = c.var.clock.now()
  const read = readRequest(typed, { person, now: at })
  if (read.mistakes) return refused(c, typed, read.mistakes)
  const outcome = await asActor(c.var.database, actor, (db) =>
    working({ db, partnershipId: partnership.id, actor, at }, (work) => requestPackages(work, read.read)),
  )
  if (outcome.outcome === 'refused')
    return refused(
      c,
      typed,
      outcome.problems.map((problem) => mistakeOf(problem, typed)),
    )
  const [first, ...others] = outcome.packages.map(({ reference }) => reference)
  return c.redirect(withQuery(packagesPath(partnership.slug), { asked: [first, ...others].join('.') }), 303)
}

/** The form again with what is wrong; the log says which fields, never what stood in them. */
function refused(c: MercatContext, typed: Typed, mistakes: readonly Mistake[]): Promise<Response> {
  c.var.log.info({ id: c.var.requestId, fields: mistakes.map(({ field }) => field) }, 'A request for care was refused.')
  return requestPage(c, { typed, mistakes: inOrder(mistakes) }, 422)
}

/** People like what was typed; it is sent rather than asked for in the address, since names don't belong in addresses. */
async function lookFor(c: MercatContext, partnership: Partnership, typed: Typed): Promise<Response> {
  const letters = first(typed, 'look')
  if (letters.length < 2) {
    const mistakes = [{ field: 'look', sentence: 'Enter at least two letters of the name, or a number' }]
    return page(c, <FindPersonPage partnership={partnership} form={{ typed, mistakes }} found={undefined} />, 422)
  }
  const found = await asActor(c.var.database, c.var.actor, (db) =>
    peopleLike(db, partnership.id, letters.slice(0, 100)),
  )
  return page(c, <FindPersonPage partnership={partnership} form={{ typed, mistakes: [] }} found={found} />)
}
