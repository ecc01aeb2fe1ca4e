import { z } from 'zod'
import { first, maybeCount, maybePounds, oneOf, type Read, readTyped, type Typed } from '../../core/forms/index.ts'
import { isId } from '../../core/values/index.ts'
import { type Pairing, type PlanAsked, usualLimits } from './plan-asked.ts'

/** How the order of the rules counts. */
export const policies = ['strict', 'priced'] as const

const plan = z.object({
  service: z.string().max(100),
  area: z.string().max(20),
  policy: oneOf(policies, 'Choose how the order of the rules counts'),
  unmet: maybePounds('What an unmet hour counts'),
  bypass: maybePounds('What a place passed over counts'),
  share: maybeCount('Largest share', { most: 100 }),
  run: maybeCount('Smallest run'),
  undeclared: maybeCount('Hours of providers that declared none', { least: 0, most: 500 }),
  seed: z.string().regex(/^[1-9]\d{0,5}$/, 'The seed must be a whole number from 1 to 999,999'),
})

/** Reads what is asked of a plan; what is kept and refused comes along from the plan that it follows. */
export function readPlan(typed: Typed, along: Pick<PlanAsked, 'kept' | 'refused'>): Read<PlanAsked> {
  const read = readTyped(plan, typed)
  if (read.mistakes) return read
  const { service, area, policy, unmet, bypass, share, run, undeclared, seed } = read.read
  return {
    read: {
      serviceType: service || null,
      area: area || null,
      policy,
      seed: Number(seed),
      limits: {
        unmetPencePerHour: unmet ?? usualLimits.unmetPencePerHour,
        bypassPence: bypass ?? usualLimits.bypassPence,
        sharePercent: share,
        runHours: run,
        undeclaredHours: undeclared ?? 0,
      },
      ...along,
    },
  }
}

const inPounds = (pence: number): string => (pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2))

/** A form as it opens: as it was asked before, or as usual. */
export function planTyped(asked?: PlanAsked): Typed {
  const { unmetPencePerHour, bypassPence, sharePercent, runHours, undeclaredHours } = asked?.limits ?? usualLimits
  const text = (value: number | null) => [value === null ? '' : String(value)]
  return {
    service: [asked?.serviceType ?? ''],
    area: [asked?.area ?? ''],
    policy: [asked?.policy ?? 'strict'],
    unmet: [inPounds(unmetPencePerHour)],
    bypass: [inPounds(bypassPence)],
    share: text(sharePercent),
    run: text(runHours),
    undeclared: text(undeclaredHours),
    seed: [String(asked?.seed ?? 1)],
  }
}

/** The name of the field that says what is to become of a package the next time. */
export const nextField = (packageId: string): string => `next-${packageId}`

/** The name of the field that says in which state a package was seen. */
export const seenField = (packageId: string): string => `seen-${packageId}`

const pairings = (values: readonly string[] = []): Pairing[] =>
  values.flatMap((value) => {
    const [packageId = '', organisationId = ''] = value.split(' ')
    return isId(packageId) && isId(organisationId) ? [{ packageId, organisationId }] : []
  })

/** What is kept and refused the next time, from the boxes beside each package; what was refused before stays refused unless it is lifted. */
export function readNext(typed: Typed, before: PlanAsked): Pick<PlanAsked, 'kept' | 'refused'> {
  const chosen = Object.keys(typed).flatMap((name) => {
    const [, packageId] = /^next-(.+)$/.exec(name) ?? []
    const [, does, organisationId] = /^(keep|not) (\S+)$/.exec(first(typed, name)) ?? []
    return packageId && isId(packageId) && organisationId && isId(organisationId)
      ? [{ does, packageId, organisationId }]
      : []
  })
  const bare = ({ packageId, organisationId }: Pairing) => ({ packageId, organisationId })
  const lifted = new Set(pairings(typed.lift).map(({ packageId, organisationId }) => `${packageId} ${organisationId}`))
  const still = before.refused.filter(({ packageId, organisationId }) => !lifted.has(`${packageId} ${organisationId}`))
  const refused = [...still, ...chosen.filter(({ does }) => does === 'not').map(bare)]
  return {
    kept: chosen.filter(({ does }) => does === 'keep').map(bare),
    refused: [...new Map(refused.map((one) => [`${one.packageId} ${one.organisationId}`, one])).values()],
  }
}
