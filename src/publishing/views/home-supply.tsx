import { longDate, number } from '../../core/ui/format.ts'
import { FigureCard } from '../../core/ui/parts/index.ts'
import { type AreaTally, sumOf } from '../../providers/index.ts'
import { sectionPath, sourcePath, tablePath } from '../paths.ts'
import type { HomeSupply } from '../queries/home-content.ts'
import { kindFinding, nounOf, supplyFinding } from '../supply/supply-findings.ts'
import { byKind, type SupplyRow } from '../supply/supply-rows.ts'
import { PartedBars } from '../supply/views/parted-bars.tsx'
import { supplyFigurePath } from '../supply/views/supply-number.tsx'

/** So many kinds of service are drawn one by one; the rest stand together. */
const kindsDrawn = 5

/** What the latest register counts: services and places of all kinds, and which kinds there are most of. */
export function HomeSupplyCard({ slug, supply: { tally, source } }: { slug: string; supply: HomeSupply }) {
  const { asOf, area, rows, demonstration } = tally
  const kinds = byKind(rows, tally.types)
  const of = { slug, asOf, area: area.code, kind: null }
  return (
    <FigureCard
      kind="supply"
      finding={<a href={sectionPath(slug, 'supply')}>{supplyFinding(kinds, area.name, nounOf(undefined))}</a>}
      stat={{ value: number(sumOf(rows).services), unit: `services, ${longDate(asOf)}` }}
      comparator={
        <>
          {kindFinding(kinds)}. {demonstration ? 'These services are invented for the demonstration. ' : ''}
          {missingWords(tally)}
          <a href={supplyFigurePath(of, 'services')}>How this is made</a>
        </>
      }
      source={{ text: source.title, href: sourcePath(slug, source.key) }}
      csv={{ href: tablePath(slug, 'supply', 'csv') }}
    >
      <PartedBars
        heading="Kind of service"
        caption={`Services by kind in ${area.name}, ${longDate(asOf)}`}
        rows={mostOf(kinds)}
      />
    </FigureCard>
  )
}

const missingWords = ({ missing }: Pick<AreaTally, 'missing'>): string =>
  missing.length > 0 ? `No register is known of ${missing.join(', ')}. ` : ''

function mostOf(kinds: readonly SupplyRow[]): readonly SupplyRow[] {
  if (kinds.length <= kindsDrawn + 1) return kinds
  const rest = kinds.slice(kindsDrawn)
  const sum = (of: (row: SupplyRow) => number) => rest.reduce((all, row) => all + of(row), 0)
  const together = {
    key: '~',
    name: `${rest.length} other kinds`,
    services: sum(({ services }) => services),
    places: sum(({ places }) => places),
    beds: sum(({ beds }) => beds),
    inHouse: sum(({ inHouse }) => inHouse),
  }
  return [...kinds.slice(0, kindsDrawn), together]
}
