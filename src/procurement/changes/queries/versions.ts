import type { Db } from '../../../core/db/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { Contract, ContractDetail } from '../../contract.ts'
import { contractAt } from '../../queries/contract.ts'
import {
  answerNames,
  contractDifferences,
  detailAnswers,
  type KeyNames,
  type ThreeAnswers,
} from '../contract-differences.ts'
import type { Answer } from '../merge-detail.ts'
import { contractInVersion } from './changes.ts'

interface Versions {
  readonly before: Contract
  readonly after: Contract
  readonly on: IsoDate
  /** What a variation says. */
  readonly mine: ContractDetail | undefined
  readonly versions: { readonly partnershipId: Id; readonly opened: number }
  readonly keys: KeyNames
}

/** What two versions say differently, with what is asked beside it where that is a variation. */
export async function versionsOf(
  db: Db,
  { before, after, on, mine, versions: { partnershipId, opened }, keys }: Versions,
): Promise<ThreeAnswers[]> {
  const base = (await contractInVersion(db, partnershipId, after.id, { version: opened, on })) ?? before
  const now = (await contractAt(db, partnershipId, { id: after.id }, { on })) ?? after
  if (!mine) return contractDifferences(base, now, keys).map((one) => ({ ...one, mine: undefined }))
  const said = detailAnswers(mine, keys)
  const [was, is] = [detailAnswers(before.detail, keys), detailAnswers(after.detail, keys)]
  const answers = (Object.keys(answerNames) as Answer[])
    .filter((answer) => was[answer] !== is[answer] || was[answer] !== said[answer])
    .map((answer) => ({ what: answerNames[answer], before: was[answer], after: is[answer], mine: said[answer] }))
  const others = contractDifferences(base, { ...now, detail: base.detail }, keys)
  return [...answers, ...others.map((one) => ({ ...one, mine: 'Not asked' }))]
}
