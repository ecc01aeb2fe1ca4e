import { roleNames } from '../../../core/auth/index.ts'
import { pounds } from '../../../core/ui/format.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import { kindNames } from '../../changes/change-words.ts'
import { approvedKinds, approvingRoles, type DelegatedLimit } from '../standard-authorities.ts'

/** What each role may approve, by kind of change. */
export function AuthorityTable({ authorities }: { readonly authorities: readonly DelegatedLimit[] }) {
  const limitOf = (role: string, kind: string) =>
    authorities.find((one) => one.role === role && one.kind === kind)?.limitPence
  return (
    <DataTable
      caption="What a change may commit, in all its years, for a role to approve it"
      stack
      columns={[
        { heading: 'Change' },
        ...approvingRoles.map((role) => ({ heading: roleNames[role], align: 'number' as const })),
      ]}
      rows={approvedKinds.map((kind) => [
        kindNames[kind],
        ...approvingRoles.map((role) => {
          const limit = limitOf(role, kind)
          return limit === undefined ? 'May not' : `Up to ${pounds(limit)}`
        }),
      ])}
    />
  )
}
