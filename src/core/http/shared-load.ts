/**
 * Lets callers who ask for the same thing at the same time share one load. Whoever asks while one is under way waits
 * for the next, which begins after the asking: so nobody is told what was true before he asked.
 */
export function sharedLoad<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const running = new Map<string, Promise<T>>()
  const waiting = new Map<string, Promise<T>>()
  const start = (key: string): Promise<T> => {
    waiting.delete(key)
    const loading = load(key).finally(() => running.delete(key))
    running.set(key, loading)
    return loading
  }
  return (key) => {
    const current = running.get(key)
    if (!current) return start(key)
    const next =
      waiting.get(key) ??
      current.then(
        () => start(key),
        () => start(key),
      )
    waiting.set(key, next)
    return next
  }
}
