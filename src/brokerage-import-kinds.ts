import { importOfferRules, offerRulesPath } from './brokerage/index.ts'
import type { ImportKind } from './core/importing/index.ts'

/** What is imported of how care is placed. */
export const brokerageImportKinds: readonly ImportKind[] = [
  {
    shared: false,
    format: 'json',
    choices: [],
    key: 'offer-rules',
    title: 'Offer rules',
    what: 'Who is asked for care in which order, for how long and at what price: by service, or by contract.',
    columns: () => [],
    run: (database, { partnership, file, options }) => importOfferRules(database, partnership, file, options),
    shownOn: (slug) => ({ href: offerRulesPath(slug), text: 'See the rules' }),
  },
]
