/** What is to happen at which moment, the earliest first; what was put down first comes first. */
export interface Agenda {
  readonly put: (at: Date, happens: (at: Date) => Promise<void>) => void
  readonly next: () => { readonly at: Date; readonly happens: (at: Date) => Promise<void> } | undefined
}

/** An empty agenda. */
export function newAgenda(): Agenda {
  const entries: { at: Date; happens: (at: Date) => Promise<void> }[] = []
  return {
    put: (at, happens) => {
      const after = entries.findLastIndex((one) => one.at <= at)
      entries.splice(after + 1, 0, { at, happens })
    },
    next: () => entries.shift(),
  }
}
