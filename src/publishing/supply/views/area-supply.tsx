import { sequentialClasses } from '../../../core/ui/charts/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { EmptyState, Section } from '../../../core/ui/parts/index.ts'
import { sectionPath } from '../../paths.ts'
import { AreaMap } from '../../places/views/area-map.tsx'
import { supplyServicesPath } from '../paths.ts'
import type { SupplyContent } from '../queries/supply-content.ts'
import { countWords } from '../share-words.ts'
import { areaFinding, nounOf } from '../supply-findings.ts'
import { byArea, type SupplyRow } from '../supply-rows.ts'
import { linkedNumbers, noNumber, numberColumns, plainNumbers } from './supply-number.tsx'

export interface AreaSupplyProps {
  readonly slug: string
  readonly supply: SupplyContent
  readonly rows: SupplyContent['tally']['rows']
}

/** Where the services stand: a map of the chosen areas with its table, or that the register does not tell. */
export function AreaSupply({ slug, supply: { asked, tally, cut, boundaries, sources }, rows }: AreaSupplyProps) {
  const { areas, elsewhere } = byArea(rows, cut)
  const noun = nounOf(asked.kind)
  const finding = areaFinding(areas, noun)
  if (!finding) return areas.length > 1 && elsewhere ? <NotTold slug={slug} cut={cut} whole={tally.area.name} /> : null
  const { classOf, legend } = sequentialClasses(
    areas.map(({ services }) => services),
    number,
  )
  const kind = asked.kind ?? null
  const caption = `Services and places in ${tally.area.name} by ${cut.one}, ${longDate(tally.asOf)}`
  return (
    <Section
      id="by-area"
      heading={finding}
      intro={elsewhere ? elsewhereText(elsewhere, cut.one, tally.area.name) : undefined}
    >
      <AreaMap
        slug={slug}
        sources={sources}
        areas={areas.map(({ key, name, services, places }) => ({
          code: key,
          name,
          tileClass: classOf(services),
          value: number(services),
          note: places > 0 ? `${number(places)} ${places === 1 ? 'place' : 'places'}` : undefined,
          href: services > 0 ? supplyServicesPath(slug, { area: key, kind: asked.kind }) : undefined,
        }))}
        boundaries={boundaries}
        legend={legend}
        alternative={`Map of ${caption.toLowerCase()}: ${finding}.`}
        table={{
          caption,
          columns: [{ heading: upperFirst(cut.one) }, ...numberColumns],
          rows: [
            ...areas.map((row) => [row.name, ...linkedNumbers(row, { slug, asOf: tally.asOf, area: row.key, kind })]),
            ...(elsewhere ? [['Area not known', ...plainNumbers(elsewhere)]] : []),
          ],
          missing: noNumber,
        }}
        tableOpen
      />
    </Section>
  )
}

function NotTold({ slug, cut, whole }: { slug: string; cut: SupplyContent['cut']; whole: string }) {
  return (
    <Section id="by-area" heading={`In which ${cut.one} the services stand is not known`}>
      <EmptyState
        what={`Services and places by ${cut.one} appear here.`}
        why={`The register does not tell in which ${cut.one} of ${whole} a service stands.`}
        link={{ text: 'By other areas', href: sectionPath(slug, 'supply') }}
      />
    </Section>
  )
}

const elsewhereText = ({ services }: SupplyRow, one: string, whole: string): string =>
  `The register does not tell in which ${one} of ${whole} ${countWords(services)} of the services ${services === 1 ? 'stands' : 'stand'}.`

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
