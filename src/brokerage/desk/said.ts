const done: { readonly [does: string]: (reference: string) => string } = {
  send: (reference) => `Offers are out for ${reference}.`,
  next: (reference) => `${reference}: the late answer counts as a decline, and whoever is next by the rule was asked.`,
  resume: (reference) => `The clocks of ${reference} run again.`,
  pause: (reference) => `The clocks of ${reference} are stopped.`,
  take: (reference) => `${reference} is yours.`,
  start: (reference) => `The start of ${reference} is confirmed.`,
  widen: (reference) => `A later step was asked for ${reference}.`,
  cancel: (reference) => `The offers for ${reference} were taken back.`,
  answer: (reference) => `The question about ${reference} is answered; the provider’s clock runs on.`,
  agree: (reference) => `The proposal for ${reference} is agreed, and the care is placed.`,
  keep: (reference) => `The proposal for ${reference} is declined; the provider’s clock runs on.`,
  approve: (reference) => `The price for ${reference} is approved, and the offer is out.`,
  refuse: (reference) => `The price for ${reference} is not approved; whoever is next by the rule is asked.`,
}

/** What was just done, in a sentence, from "send.WL-PKG-00042"; undefined for anything else. */
export function doneWords(said: string | undefined): string | undefined {
  const [does = '', reference = ''] = said?.split('.') ?? []
  if (!/^[A-Z]{1,6}-PKG-\d{1,9}$/.test(reference)) return undefined
  return Object.hasOwn(done, does) ? done[does]?.(reference) : undefined
}
