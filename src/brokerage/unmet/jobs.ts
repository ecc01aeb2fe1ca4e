import { allPartnerships, publicActor } from '../../core/auth/index.ts'
import { asActor, type Database } from '../../core/db/index.ts'
import { type JobHandler, onJob } from '../../core/jobs/index.ts'
import type { Clock } from '../../core/values/index.ts'
import { countUnmet } from './commands/count-unmet.ts'
import { tellDueSpells } from './commands/tell-due-spells.ts'
import { countUnmetJob, tellSpellsJob } from './count-jobs.ts'

/** Keeps spells and their published counts up to date. */
export const onUnmet = (database: Database, clock: Clock): JobHandler[] => [
  onJob(countUnmetJob, async ({ partnershipId }, { signal }) => {
    if (partnershipId !== null) {
      await countUnmet(database, partnershipId, clock.now(), { soon: true })
      return
    }
    for (const { id } of await asActor(database, publicActor, allPartnerships)) {
      if (signal.aborted) return
      await countUnmet(database, id, clock.now())
    }
  }),
  onJob(tellSpellsJob, async () => {
    await tellDueSpells(database, clock.now())
  }),
]
