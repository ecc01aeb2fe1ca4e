import { Hono } from 'hono'
import { isRole, type Role } from '../auth/index.ts'
import { asActor } from '../db/index.ts'
import { notFound } from '../errors/index.ts'
import { declare, type MercatContext, type MercatEnv, page } from '../http/index.ts'
import { accessTrail, endMembership, memberBy, membersOf, setRoles } from '../sign-in/index.ts'
import { type Id, isId } from '../values/index.ts'
import { adminOf } from './admin.ts'
import { attempt } from './attempt.ts'
import { rolesChosen } from './forms.ts'
import type { Organisations } from './organisations.ts'
import { offsetOf, pageLength, pageNumber } from './page-of.ts'
import { adminPaths, personPath } from './paths.ts'
import { withSecondStep } from './queries/second-steps.ts'
import { typedInto } from './typed.ts'
import { EndAccessPage } from './views/end-access-page.tsx'
import type { FormMistake } from './views/mistake-summary.tsx'
import { PeoplePage } from './views/people-page.tsx'
import { PersonPage } from './views/person-page.tsx'

/** The people whom a partnership answers for: who they are, their roles, and the end of their access. */
export const peopleRoutes = (organisations: Organisations): Hono<MercatEnv> =>
  new Hono<MercatEnv>()
    .get('/admin/people', declare('people.manage', 'admin.people'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const { search, role, ended, page: asked } = c.req.query()
      const filter = {
        search: search?.trim().slice(0, 100) || undefined,
        role: role && isRole(role) ? role : undefined,
        ended: ended === 'yes',
      }
      const at = pageNumber(asked)
      const found = await asActor(c.var.database, actor, async (db) => {
        const list = await membersOf(db, partnership.id, filter, { offset: offsetOf(at), limit: pageLength })
        const names = await organisations.names(
          db,
          list.members.flatMap(({ organisationId }) => organisationId ?? []),
        )
        return { ...list, names }
      })
      const secondSteps = await withSecondStep(
        c.var.database,
        found.members.map(({ userId }) => userId),
      )
      return page(
        c,
        <PeoplePage
          partnership={partnership}
          filter={filter}
          page={at}
          address={addressOf(c)}
          secondSteps={secondSteps}
          done={c.req.query('done')}
          {...found}
        />,
      )
    })
    .get('/admin/people/:membership', declare('people.manage', 'admin.person'), (c) => personPage(c, organisations))
    .post('/admin/people/:membership', declare('people.manage', 'admin.roles'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const membershipId = membershipOf(c)
      const typed = await typedInto(c)
      const { roles, mistake } = rolesChosen(typed.roles ?? [])
      const seen = (typed.seen ?? []).filter(isRole)
      if (mistake) return personPage(c, organisations, { roles, mistakes: [mistake], status: 422 })
      const { refused } = await attempt(() =>
        asActor(c.var.database, actor, (db) =>
          setRoles(db, actor, c.var.clock.now(), { partnershipId: partnership.id, membershipId, roles, seen }),
        ),
      )
      if (!refused) return c.redirect(`${personPath(membershipId)}?saved=roles`, 303)
      const sentence = { sentence: refused.message, advice: refused.advice, field: 'roles' }
      return personPage(c, organisations, { roles, mistakes: [sentence], status: 409 })
    })
    .get('/admin/people/:membership/end', declare('people.manage', 'admin.end-access-form'), (c) => endPage(c))
    .post('/admin/people/:membership/end', declare('people.manage', 'admin.end-access'), async (c) => {
      const { partnership, actor } = adminOf(c)
      const membershipId = membershipOf(c)
      const { refused } = await attempt(() =>
        endMembership(c.var.database, actor, c.var.clock.now(), { partnershipId: partnership.id, membershipId }),
      )
      // Whoever ended their own access has no page here any more.
      if (!refused)
        return c.redirect(membershipId === c.var.signedIn?.membership.id ? '/' : `${adminPaths.people}?done=ended`, 303)
      return endPage(c, [{ sentence: refused.message, advice: refused.advice }])
    })

interface Trouble {
  readonly roles: readonly Role[]
  readonly mistakes: readonly FormMistake[]
  readonly status: 409 | 422
}

async function personPage(c: MercatContext, organisations: Organisations, trouble?: Trouble): Promise<Response> {
  const { partnership, actor } = adminOf(c)
  const found = await asActor(c.var.database, actor, async (db) => {
    const person = await memberBy(db, partnership.id, membershipOf(c))
    const { accountId, organisationId } = person
    const names = await organisations.names(db, organisationId ? [organisationId] : [])
    return {
      person,
      organisation: organisationId ? names.get(organisationId) : undefined,
      trail: await accessTrail(db, partnership.id, { accountId, limit: 30 }),
    }
  })
  const { userId } = found.person
  const secondSteps = await withSecondStep(c.var.database, [userId])
  return page(
    c,
    <PersonPage
      partnership={partnership}
      {...found}
      secondStep={userId !== null && secondSteps.has(userId)}
      chosen={trouble?.roles ?? found.person.roles}
      mistakes={trouble?.mistakes ?? []}
      saved={c.req.query('saved') === 'roles'}
    />,
    trouble?.status ?? 200,
  )
}

async function endPage(c: MercatContext, mistakes: readonly FormMistake[] = []): Promise<Response> {
  const { partnership, actor } = adminOf(c)
  const person = await asActor(c.var.database, actor, (db) => memberBy(db, partnership.id, membershipOf(c)))
  if (person.endedAt) throw notFound('This person', 'Their access has ended already.')
  const own = person.accountId === actor.accountId
  return page(
    c,
    <EndAccessPage partnership={partnership} person={person} own={own} mistakes={mistakes} />,
    mistakes.length > 0 ? 409 : 200,
  )
}

function membershipOf(c: MercatContext): Id {
  const id = c.req.param('membership') ?? ''
  if (!isId(id)) throw notFound('This person')
  return id
}

const addressOf = (c: MercatContext): string => {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}
