/** What happened whose entries tell of visits, clocks, prices and providers, and never hold words about the person. */
const aboutNobody: ReadonlySet<string> = new Set([
  ...['round-opened', 'round-paused', 'round-resumed', 'round-widened', 'round-cancelled', 'package-unmet'],
  ...['offers-sent', 'offer-accepted', 'offer-part-accepted', 'offer-declined', 'offer-lapsed', 'offer-cancelled'],
  ...['offer-taken', 'offer-reminded', 'offer-proposed', 'proposal-decided', 'answer-refused'],
  ...['approval-asked', 'approval-decided', 'pen-picture-told', 'person-told', 'reveal-withdrawn'],
  ...['placement-agreed', 'placement-started', 'spell-began', 'spell-changed', 'spell-ended'],
  ...['person-added', 'person-exported', 'person-erased'],
])

/** Whether an entry may hold words about a person: withheld from others, erased with them. What is not known here may. */
export const mayTellOfPerson = (event: string): boolean => !aboutNobody.has(event.replace(/^brokerage\./, ''))
