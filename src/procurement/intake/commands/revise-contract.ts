import type { Db } from '../../../core/db/index.ts'
import { canonicalJson, type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { beginChange } from '../../changes/commands/write/begin-change.ts'
import { finishChange } from '../../changes/commands/write/finish-change.ts'
import { varyDetail } from '../../changes/commands/write/write-detail.ts'
import { decideOption } from '../../changes/commands/write/write-options.ts'
import { writeTerm } from '../../changes/commands/write/write-term.ts'
import type { Writing } from '../../changes/commands/write/writing.ts'
import { declined } from '../../changes/decide-option.ts'
import { extendedTerms } from '../../changes/extended-terms.ts'
import type { Contract, ContractDetail } from '../../contract.ts'
import { contractAt } from '../../queries/contract.ts'
import { procurement } from '../../schema/index.ts'
import { agreedUntil, firstDay, stateAtEnd } from '../../term.ts'
import type { ContractOfFile } from '../contract-of-file.ts'
import { importReason, importRule } from '../import-reason.ts'
import type { Remark } from '../plain-row.ts'
import type { Imported } from '../queries/imported-rows.ts'
import type { Taken, TakingContracts } from './take-contract.ts'

/**
 * Brings a contract up to date with a row that says something else than when it was last imported. Only what the file
 * itself changed is written, from today on, so that what officers changed meanwhile stands.
 */
export async function reviseContract(
  db: Db,
  { partnership, actor, file, at }: TakingContracts,
  id: Id,
  before: ContractOfFile,
  row: ContractOfFile,
): Promise<Taken> {
  const today = londonDate(at)
  if (before.start !== row.start)
    return refused(
      'start',
      'The start is not what it was when this contract was imported first: it is not changed by a file.',
    )
  const contract = await contractAt(db, partnership.id, { id }, { on: today })
  if (!contract) return refused(null, 'This contract is not in the register any more.')
  const said: Imported<ContractOfFile> = { kind: 'import', of: 'contract', rows: [row] }
  const change = {
    partnershipId: partnership.id,
    contractId: id,
    kind: 'import' as const,
    baseVersion: contract.version,
  }
  const begun = await beginChange(db, actor, {
    ...change,
    effectiveOn: today,
    reason: importReason(file),
    asked: said,
    documentId: null,
    worthPence: 0,
    authority: null,
    at,
  })
  if (!begun.begun) return refused(null, 'Somebody changed this contract meanwhile.')
  const detail = merged(contract.detail, before.detail, row.detail)
  const first = firstDay(contract.terms) ?? today
  await varyDetail(db, begun.writing, { from: first > today ? first : today, before: contract.detail, after: detail })
  const [oldEnd, newEnd] = [endOf(before), endOf(row)]
  if (oldEnd !== newEnd) await writeEnd(db, begun.writing, contract, newEnd, today)
  if (before.published !== row.published) {
    await procurement(db)
      .updateTable('contract')
      .set({ published: row.published })
      .where('partnership_id', '=', partnership.id)
      .where('id', '=', id)
      .execute()
  }
  const story = { file, before, after: row, version: begun.version }
  await finishChange(db, actor, begun.writing, { rule: importRule, payload: story })
  return { odd: leftAlone(before, row) }
}

const refused = (column: string | null, reason: string): Taken => ({ problems: [{ column, reason }] })
const endOf = ({ until, extendedUntil }: ContractOfFile) => extendedUntil ?? until

/** The detail as it stands, with the parts that the file changed. */
function merged(now: ContractDetail, before: ContractDetail, after: ContractDetail): ContractDetail {
  const old: Readonly<Record<string, unknown>> = { ...before }
  const changed = Object.entries(after).filter(([key, value]) => canonicalJson(value) !== canonicalJson(old[key]))
  return { ...now, ...Object.fromEntries(changed) }
}

/** Lengthens a contract, by its open options first, or ends it sooner, and its open options with it. */
async function writeEnd(
  db: Db,
  writing: Writing,
  contract: Contract,
  end: IsoDate | null,
  today: IsoDate,
): Promise<void> {
  const agreed = agreedUntil(contract.terms)
  if (agreed === undefined || agreed === end) return
  const variation = { origin: 'variation' as const, option: null }
  if (agreed === null || (end !== null && end < agreed)) {
    if (end === null) return
    await writeTerm(db, writing, { days: { from: end, until: agreed }, state: 'ended', ...variation })
    for (const { optionId, decision, on } of declined(contract.options, end, today))
      await decideOption(db, writing, { optionId, decision, on })
    return
  }
  const state = stateAtEnd(contract.terms)
  if (end === null) return writeTerm(db, writing, { days: { from: agreed, until: null }, state, ...variation })
  const open = contract.options.filter(({ decision }) => decision === 'open')
  for (const piece of extendedTerms({ from: today, until: agreed }, open, end)) {
    await writeTerm(db, writing, { ...piece, state })
    const on = piece.days.from < today ? piece.days.from : today
    if (piece.option) await decideOption(db, writing, { optionId: piece.option.id, decision: 'taken', on })
  }
}

/** What differs and is not a file's to change. */
function leftAlone(before: ContractOfFile, row: ContractOfFile): Remark[] {
  const same = (key: 'options' | 'decideBy' | 'suppliers' | 'follows' | 'source') =>
    canonicalJson(before[key]) === canonicalJson(row[key])
  const told = (column: string, reason: string) => ({ column, reason })
  return [
    ...(same('options') && same('decideBy')
      ? []
      : [told('options', 'Options stay as they were imported first: they are decided on the contract’s page.')]),
    ...(same('suppliers')
      ? []
      : [
          told(
            'suppliers',
            'Suppliers of a contract that stands already are changed by a file of lots, or on its page.',
          ),
        ]),
    ...(same('follows') && same('source')
      ? []
      : [told('follows', 'What it follows and its source stay as they were imported first.')]),
  ]
}
