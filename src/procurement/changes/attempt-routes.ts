import { MercatError } from '../../core/errors/index.ts'
import type { Mistake } from './forms/typed.ts'

type Attempt<T> =
  | { readonly done: T; readonly refused?: undefined }
  | { readonly done?: undefined; readonly refused: Mistake }

/** Runs a command whose refusal is to be shown on the form that asked for it; everything else is thrown on. */
export async function attempt<T>(work: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof MercatError && (error.kind === 'conflict' || error.kind === 'invalid'))
      return { refused: { sentence: [error.message, error.advice].filter(Boolean).join(' ') } }
    throw error
  }
}
