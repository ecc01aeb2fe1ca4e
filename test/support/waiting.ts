import { working } from '../../src/brokerage/commands/work.ts'
import { tellSpell } from '../../src/brokerage/unmet/commands/tell-spell.ts'
import { type Id, newId } from '../../src/core/values/index.ts'
import { type Brokerage, monday, type SamplePackage } from './brokerage.ts'

/** Has so many people wait for the same visit of every day, each with a spell; tells their packages. */
export async function letWait(
  world: Brokerage,
  people: number,
  visit: { readonly band: 'morning' | 'evening'; readonly carers: 1 | 2 },
  over: Omit<SamplePackage, 'lines'> = {},
): Promise<Id[]> {
  const { partnership, system: actor } = world
  const packages: Id[] = []
  for (let n = 0; n < people; n += 1) {
    const lines = [{ id: newId(), days: [1, 2, 3, 4, 5, 6, 7] as const, minutes: 30, ...visit }]
    const { id } = await world.askPackage({ ...over, lines })
    await world.act((db) =>
      working({ db, partnershipId: partnership.id, actor, at: monday }, (work) => tellSpell(work, id)),
    )
    packages.push(id)
  }
  return packages
}
