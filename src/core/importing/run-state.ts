/** How far an import has come. */
export const runStates = [
  /** Waits for someone to look at the columns. */
  'mapping',
  'trying',
  'tried',
  /** It may be the wrong file: someone has to say that it is not. */
  'doubted',
  'importing',
  'imported',
  'failed',
  'thrown-away',
] as const

/** How far an import has come. */
export type RunState = (typeof runStates)[number]

/** What someone can ask of it. */
export type RunAction = 'try' | 'columns' | 'import' | 'anyway' | 'again' | 'throw-away'

const steps: { readonly [action in RunAction]: { readonly from: readonly RunState[]; readonly to: RunState } } = {
  try: { from: ['mapping'], to: 'trying' },
  columns: { from: ['tried', 'doubted', 'failed'], to: 'mapping' },
  import: { from: ['tried'], to: 'importing' },
  anyway: { from: ['doubted'], to: 'importing' },
  again: { from: ['failed'], to: 'trying' },
  'throw-away': { from: ['mapping', 'tried', 'doubted', 'failed'], to: 'thrown-away' },
}

/** What an action makes of an import; undefined when it can't be asked of it now. What is stuck can be begun again. */
export function stepFrom(state: RunState, action: RunAction, heardAt: Date, now: Date): RunState | undefined {
  if (action === 'again' && isStuck(state, heardAt, now)) return state
  return steps[action].from.includes(state) ? steps[action].to : undefined
}

/** Whether a text names an action. */
export const isRunAction = (text: string): text is RunAction => Object.hasOwn(steps, text)

/** Whether a job has it in hand. */
export const isAtWork = (state: RunState): state is 'trying' | 'importing' =>
  state === 'trying' || state === 'importing'

/** Whether nothing more can come of it. */
export const isOver = (state: RunState): boolean => state === 'imported' || state === 'thrown-away'

/** How a job's work on an import ended. */
export type Ending =
  | { readonly how: 'done'; readonly applied: boolean; readonly doubt: string | undefined }
  | { readonly how: 'refused' }
  | { readonly how: 'doubted' }

/** What a job's ending makes of an import; a trial changes nothing, so a doubt of it waits for a person with its report. */
export function stateAfter(state: 'trying' | 'importing', ending: Ending): RunState {
  if (ending.how === 'refused') return 'failed'
  if (ending.how === 'doubted') return 'doubted'
  if (state === 'trying') return ending.doubt === undefined ? 'tried' : 'doubted'
  // Nothing was taken because a row that was good at the trial is bad now: the new report says which.
  return ending.applied ? 'imported' : 'tried'
}

/** Milliseconds of silence after which an import in hand is taken for stuck. */
export const stuckAfter = 5 * 60_000

/** Whether the job that has it in hand has not been heard of for long. */
export const isStuck = (state: RunState, heardAt: Date, now: Date): boolean =>
  isAtWork(state) && now.getTime() - heardAt.getTime() > stuckAfter

/** As often as the work on an import is begun before it is given up. */
export const mostAttempts = 4
