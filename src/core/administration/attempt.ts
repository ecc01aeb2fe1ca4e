import { MercatError } from '../errors/index.ts'

type Outcome<T> =
  | { readonly done: T; readonly refused?: undefined }
  | { readonly done?: undefined; readonly refused: MercatError }

/** Runs a command whose refusal is to be shown on the form that asked for it; everything else is thrown on. */
export async function attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof MercatError && (error.kind === 'conflict' || error.kind === 'invalid'))
      return { refused: error }
    throw error
  }
}
