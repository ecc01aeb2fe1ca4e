import { drillKind } from '../../drills/drill-jobs.ts'
import { planKind } from '../../plans/plan-jobs.ts'
import { timeMachineKind } from '../../time-machine/machine-jobs.ts'
import type { AnySolveKind } from './solve-kind.ts'

/** Every kind of question that runs work out. */
export const solveKinds: readonly AnySolveKind[] = [planKind, drillKind, timeMachineKind]
