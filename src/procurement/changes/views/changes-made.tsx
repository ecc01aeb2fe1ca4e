import { moment } from '../../../core/ui/moment.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import type { Contract } from '../../contract.ts'
import { changeSentence, kindNames } from '../change-words.ts'
import { changeDetailPath } from '../paths.ts'
import type { ChangeRow } from '../queries/changes.ts'

export interface ChangesMadeProps {
  readonly slug: string
  readonly changes: readonly ChangeRow[]
  readonly contract: Contract | undefined
}

/** Changes that were applied, with who made them and why. */
export function ChangesMade({ slug, changes, contract }: ChangesMadeProps) {
  return (
    <DataTable
      caption="Changes that were made, the newest first"
      captionHidden
      stack
      columns={[{ heading: 'Change' }, { heading: 'What' }, { heading: 'By' }, { heading: 'Reason' }]}
      rows={changes.map(({ id, kind, asked, effectiveOn, decidedBy, decidedAt, reason }) => [
        <a href={changeDetailPath(slug, id)}>{kindNames[kind]}</a>,
        changeSentence(asked, effectiveOn, { contract, names: new Map() }),
        [decidedBy ?? 'The product', decidedAt && moment(decidedAt)].filter(Boolean).join(', '),
        reason,
      ])}
    />
  )
}
