import { DataTable } from '../../ui/parts/index.ts'
import type { KeptData } from '../kept-data.ts'

/** What is kept, why, and for how long. */
export const KeptTable = ({ caption, kept }: { readonly caption: string; readonly kept: readonly KeptData[] }) => (
  <DataTable
    caption={caption}
    stack
    columns={[{ heading: 'What' }, { heading: 'Why' }, { heading: 'How long' }]}
    rows={kept.map(({ what, why, howLong }) => [what, why, howLong])}
  />
)
