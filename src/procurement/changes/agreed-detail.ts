import type { ContractDetail } from '../contract.ts'
import { type Refusal, refuse } from './decision.ts'

/** What is wrong with what is said of a contract; a register of others may leave out what people are asked for. */
export function agreedDetail(
  detail: ContractDetail,
  { hasEnd, imported }: { readonly hasEnd: boolean; readonly imported: boolean },
): Refusal | undefined {
  if (detail.title.trim() === '') return refuse('no-title', 'Give the contract a title.', 'title')
  if ((detail.kind === 'call-off' || detail.kind === 'national-contract') && detail.nationalFramework === null)
    return refuse('no-framework', 'Say which national framework it is called off from.', 'nationalFramework')
  if ((detail.blockUnits === null) !== (detail.blockUnit === null))
    return refuse('block-without-volume', 'Say how much the block buys a week, and in which unit.', 'blockUnits')
  if (detail.blockMinimum !== null && (detail.blockUnits === null || detail.blockMinimum > detail.blockUnits))
    return refuse('block-without-volume', 'The least that is paid for is more than the block.', 'blockMinimum')
  if (imported) return undefined
  if (detail.kind === 'block' && detail.blockUnits === null)
    return refuse('block-without-volume', 'Say how much the block buys a week, and in which unit.', 'blockUnits')
  if (!hasEnd && detail.noticeMonths === null)
    return refuse('no-end-without-notice', 'A contract without an end needs a notice, in months.', 'noticeMonths')
  return undefined
}
