import { sqlState } from '../../../core/db/index.ts'
import { conflict } from '../../../core/errors/index.ts'

/** Constraints that stand behind the rules, each with the sentence that its rule would have said. */
const sentences: Readonly<Record<string, string>> = {
  one_provider_a_rank: 'Two providers of one lot would have the same rank.',
  one_lead_a_lot: 'A lot would have two leads.',
  an_open_lot_has_the_lead_it_needs: 'A lot would be without the lead that it needs.',
  no_rate_above_its_cap: 'A rate would be above its cap.',
  a_registered_service_has_a_registered_provider: 'A provider of this service has to be registered.',
  nothing_is_awarded_while_suspended: 'Placing with this provider is suspended.',
  an_extension_stays_within_its_option: 'An extension would go beyond its option.',
  approved_with_authority: 'The change is above the authority of whoever approves it.',
}

/** Does the writing of a change; what the database refuses, though the rule let it pass, is said in a sentence. */
export async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const name = error instanceof Error && 'constraint' in error ? String(error.constraint) : ''
    const sentence = sqlState(error)?.startsWith('23') ? sentences[name] : undefined
    if (sentence) throw conflict(sentence, 'Somebody may have changed it at the same time: look again.')
    throw error
  }
}
