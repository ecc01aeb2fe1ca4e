import { holdersOf, type Partnership, type Permission, permissions, roleNames } from '../../auth/index.ts'
import { DataTable, PageTitle } from '../../ui/parts/index.ts'
import { permissionWords } from '../permission-words.ts'
import { AdminPage } from './admin-page.tsx'

/** Who may do what: the permissions of every role, from the same data that every address is checked against. */
export function PermissionsPage({ partnership }: { readonly partnership: Partnership }) {
  return (
    <AdminPage partnership={partnership} title="Who may do what" current="permissions" atTop>
      <PageTitle
        heading="Who may do what"
        note="Somebody with several roles may do what any of them allows. The other roles have nothing of their own to do here yet."
      />
      <DataTable
        caption="What may be done here, and who may do it"
        captionHidden
        stack
        columns={[{ heading: 'What' }, { heading: 'Who may' }]}
        rows={permissions.map((permission) => [permissionWords[permission], holders(permission)])}
      />
    </AdminPage>
  )
}

function holders(permission: Permission): string {
  const roles = holdersOf(permission)
  if (roles === 'everyone') return 'Anyone, signed in or not'
  if (roles === 'signed-in') return 'Everyone who is signed in'
  return roles.map((role) => roleNames[role]).join(', ')
}
