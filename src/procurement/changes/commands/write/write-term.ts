import type { Db } from '../../../../core/db/index.ts'
import { rangeOf } from '../../../../core/history/period.ts'
import type { TermEffect } from '../../effect.ts'
import { type Writing, type Written, writeFacts } from './writing.ts'

/** Writes one stretch of a contract's life. */
export const writeTerm = (db: Db, writing: Writing, term: TermEffect): Promise<void> =>
  writeTerms(db, [{ writing, ...term }])

/** Writes stretches of the lives of contracts. */
export const writeTerms = (db: Db, terms: readonly (TermEffect & Written)[]): Promise<void> =>
  writeFacts(
    db,
    'contract_term',
    terms.map(({ writing, days, state, origin, option }) => ({
      writing,
      subjectId: writing.contractId,
      held: days,
      values: { state, origin, option_id: option?.id ?? null, option_days: option && rangeOf(option) },
    })),
  )
