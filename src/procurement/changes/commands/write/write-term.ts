import type { Db } from '../../../../core/db/index.ts'
import { rangeOf } from '../../../../core/history/period.ts'
import type { TermEffect } from '../../effect.ts'
import { type Writing, writeFacts } from './writing.ts'

/** Writes one stretch of a contract's life. */
export const writeTerm = (db: Db, writing: Writing, { days, state, origin, option }: TermEffect): Promise<void> =>
  writeFacts(db, writing, 'contract_term', [
    {
      subjectId: writing.contractId,
      held: days,
      values: { state, origin, option_id: option?.id ?? null, option_days: option && rangeOf(option) },
    },
  ])
