/** Errors whose message the language words itself, so that it cannot quote what a person typed. */
const worded = [TypeError, RangeError, ReferenceError]

/** An error as a log may hold it: its kind, its code and where it arose, without a message that may quote a person's data. */
export function traceOf(error: unknown): { error: string; message?: string; code?: string; stack?: string[] } {
  if (!(error instanceof Error)) return { error: typeof error }
  const stack = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  return {
    error: error.name,
    ...(worded.some((kind) => error instanceof kind) ? { message: error.message } : {}),
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(stack ? { stack: stack.slice(0, 12) } : {}),
  }
}
