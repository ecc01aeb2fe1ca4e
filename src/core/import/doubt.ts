import { MercatError } from '../errors/index.ts'

class Doubt extends MercatError {}

/** An import that is likely a mistake: refused in a sentence unless its `yes` says that it is meant. */
export const doubtful = (sentence: string, advice = 'If that is right, import it again with --yes.'): MercatError =>
  new Doubt('conflict', sentence, advice)

/** Whether an import was refused only until somebody says that it is meant. */
export const isDoubt = (error: unknown): error is MercatError => error instanceof Doubt
