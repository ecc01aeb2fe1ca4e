import { sql } from 'kysely'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { serviceTypes } from '../../../providers/index.ts'
import type { PackageState } from '../../care-package.ts'
import { brokerage } from '../../schema/index.ts'
import { askerOf, runById, runVersion } from '../../solving/queries/runs.ts'
import type { SolveRun } from '../../solving/solve-run.ts'
import type { PlanAsked, PlanInput } from '../plan-asked.ts'
import type { PlanResult } from '../plan-result.ts'

/** A plan as it is kept. */
export type PlanRun = SolveRun<PlanAsked, PlanInput, PlanResult>

/** Where a package of a plan stands now. */
export interface StandingNow {
  readonly state: PackageState
  readonly version: number
}

/** Everything that the page of a plan shows. */
export interface PlanContent {
  readonly key: string
  readonly run: PlanRun
  readonly askedBy: string | null
  /** The plan that it asks again. */
  readonly before: PlanRun | undefined
  readonly standing: ReadonlyMap<Id, StandingNow>
  readonly names: PlanNames
}

/** What codes and keys are called. */
export interface PlanNames {
  readonly areas: ReadonlyMap<string, string>
  readonly services: ReadonlyMap<string, string>
}

/** A partnership's plan; another's, or another kind of run, is not found. */
export async function planById(db: Db, partnershipId: Id, id: string): Promise<PlanRun> {
  return (await runById(db, partnershipId, id, 'plan')) as PlanRun
}

/** Reads a plan with how its packages stand now; a bounded number of queries. */
export async function planContent(db: Db, partnershipId: Id, id: string): Promise<PlanContent> {
  const run = await planById(db, partnershipId, id)
  const key = await runVersion(db, partnershipId, run.id)
  const before = run.follows ? await planById(db, partnershipId, run.follows) : undefined
  const ids = [...new Set([run, before].flatMap((one) => one?.input?.packages.map(({ packageId }) => packageId) ?? []))]
  return {
    key,
    run,
    before,
    askedBy: await askerOf(db, partnershipId, run.id),
    standing: await standingNow(db, partnershipId, ids),
    names: await planNames(db, codesOf(run)),
  }
}

const codesOf = ({ asked, input }: PlanRun): string[] => [
  ...(asked.area === null ? [] : [asked.area]),
  ...(input?.areas.flatMap(({ codes }) => codes) ?? []),
  ...(input?.rooms.flatMap(({ declaredFor }) => declaredFor ?? []) ?? []),
]

/** Where some packages stand now. */
export async function standingNow(
  db: Db,
  partnershipId: Id,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, StandingNow>> {
  const { rows } = await sql<StandingNow & { id: Id }>`select id, state, version from care_package
    where partnership_id = ${partnershipId} and id = any(${`{${ids.join(',')}}`}::uuid[])`.execute(brokerage(db))
  return new Map(rows.map(({ id, ...now }) => [id, now]))
}

/** How areas and services are called. */
export async function planNames(db: Db, codes: readonly string[]): Promise<PlanNames> {
  const { rows } = await sql<{ code: string; name: string }>`select code, name from area
    where code = any(${[...new Set(codes)]}::text[])`.execute(brokerage(db))
  const services = await serviceTypes(db)
  return {
    areas: new Map(rows.map(({ code, name }) => [code, name])),
    services: new Map(services.map(({ key, name }) => [key, name])),
  }
}
