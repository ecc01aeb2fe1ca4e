import type { Plan, Problem } from '../problem.ts'
import type { Objection } from './objection.ts'

/** What is wrong with single placements: a provider that may not have the package, or a lock that was broken. */
export function wrongPlacements({ packages, providers }: Problem, plan: Plan): Objection[] {
  const found: Objection[] = []
  if (plan.length !== packages.length)
    found.push({ broken: 'length', says: `The plan has ${plan.length} entries for ${packages.length} packages.` })
  for (const [at, { id, options, current, locked, forbidden }] of packages.entries()) {
    const provider = plan[at]
    if (provider === undefined) continue
    if (locked && provider !== current)
      found.push({ broken: 'locked', says: `Package ${id} is locked with ${current} and was planned for ${provider}.` })
    if (provider === null) continue
    if (!providers[provider])
      found.push({ broken: 'provider', says: `Package ${id} was planned for provider ${provider}, who is not there.` })
    else if (!options.some((option) => option.provider === provider))
      found.push({ broken: 'option', says: `Package ${id} was planned for provider ${provider}, who may not take it.` })
    else if (forbidden.includes(provider))
      found.push({
        broken: 'forbidden',
        says: `Package ${id} was planned for provider ${provider}, who is refused for it.`,
      })
  }
  return found
}
