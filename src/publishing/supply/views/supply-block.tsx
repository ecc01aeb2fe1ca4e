import { longDate, number, percent } from '../../../core/ui/format.ts'
import { Section, SourceLine, Tally } from '../../../core/ui/parts/index.ts'
import { gradeWords, providerSizeWords, regulatorNames, sectorWords, sumOf } from '../../../providers/index.ts'
import { sourcePath, tablePath } from '../../paths.ts'
import { supplyServicesPath } from '../paths.ts'
import type { SupplyContent } from '../queries/supply-content.ts'
import {
  changeSentence,
  gradeFinding,
  inHouseFinding,
  kindFinding,
  nounOf,
  sectorFinding,
  sizeFinding,
  supplyFinding,
} from '../supply-findings.ts'
import { byGrade, byKind, byWord, inHouseOf } from '../supply-rows.ts'
import { AreaSupply } from './area-supply.tsx'
import { PartedBars } from './parted-bars.tsx'
import { SupplyFilter } from './supply-filter.tsx'
import { linkedNumbers, type NumbersOf, plainNumbers, supplyFigurePath } from './supply-number.tsx'
import { TrendSupply } from './trend-supply.tsx'

export interface SupplyBlockProps {
  readonly slug: string
  readonly supply: SupplyContent
}

/** The registered services of a partnership's area: how many, of what kind, where, whose, how good, and how that moved. */
export function SupplyBlock({ slug, supply }: SupplyBlockProps) {
  const { asked, tally, terms, sources, change } = supply
  const { asOf, area, regulator } = tally
  const rows = asked.kind ? tally.rows.filter(({ serviceType }) => serviceType === asked.kind) : tally.rows
  const of: NumbersOf = { slug, asOf, area: area.code, kind: asked.kind ?? null }
  const noun = nounOf(asked.kind)
  const kinds = byKind(rows, terms.types)
  const where = `${area.name}, ${longDate(asOf)}`
  const source = sources.get(tally.sourceKey)
  const sectors = byWord(rows, (row) => row.sector, sectorWords)
  const sizes = byWord(rows, (row) => row.providerSize, providerSizeWords)
  const wordOf = gradeWords(terms.scales, regulator)
  const grades = byGrade(rows, wordOf)
  return (
    <div id="supply">
      <Section id="registered" heading={supplyFinding(kinds, area.name, noun)} intro={introOf(supply)}>
        <SupplyFilter slug={slug} supply={supply} />
        <Totals rows={rows} of={of} />
        {change && !asked.kind ? <p class="m-read m-spaced">{changeSentence(change)}</p> : null}
        <p>
          <a href={supplyServicesPath(slug, { kind: asked.kind })}>
            {asked.kind ? 'These services by name' : 'All services by name'}
          </a>
        </p>
        {source ? (
          <SourceLine
            source={{ text: `${source.title}, as at ${longDate(asOf)}`, href: sourcePath(slug, source.key) }}
            csv={{ href: tablePath(slug, 'supply', 'csv') }}
          />
        ) : null}
      </Section>
      {kinds.length > 1 ? (
        <Section id="kinds" heading={kindFinding(kinds)} intro={`${inHouseFinding(kinds, noun)}.`}>
          <PartedBars
            heading="Kind of service"
            caption={`Services by kind in ${where}`}
            rows={kinds}
            cells={(row) =>
              row.key.startsWith('~') ? plainNumbers(row) : linkedNumbers(row, { ...of, kind: row.key })
            }
            tableOpen
          />
        </Section>
      ) : null}
      <AreaSupply slug={slug} supply={supply} rows={rows} />
      <div class="m-cols m-cols--2">
        <Section id="sectors" heading={sectorFinding(sectors, noun)}>
          <PartedBars heading="Sector" caption={`Services by sector in ${where}`} rows={sectors} />
        </Section>
        <Section id="sizes" heading={sizeFinding(sizes, noun)}>
          <PartedBars
            heading="Its provider runs"
            caption={`Services by the size of their provider in ${where}`}
            rows={sizes}
          />
        </Section>
      </div>
      <Section
        id="grades"
        heading={gradeFinding(grades, goodRank(supply), noun)}
        intro="A service counts with the lowest of the grades that it was given."
      >
        <PartedBars heading="Lowest grade" caption={`Services by lowest grade in ${where}`} rows={grades} />
      </Section>
      <TrendSupply supply={supply} of={of} />
    </div>
  )
}

function Totals({ rows, of }: { rows: SupplyContent['tally']['rows']; of: NumbersOf }) {
  const { services, places } = sumOf(rows)
  const own = services === 0 ? 0 : (inHouseOf(rows) / services) * 100
  return (
    <Tally
      label="Supply in figures"
      items={[
        {
          value: number(services),
          what: services === 1 ? 'service' : 'services',
          href: supplyFigurePath(of, 'services'),
        },
        ...(places > 0
          ? [{ value: number(places), what: 'registered places', href: supplyFigurePath(of, 'places') }]
          : []),
        ...(services > 0
          ? [{ value: percent(own), what: 'of services run in-house', href: supplyFigurePath(of, 'in-house') }]
          : []),
      ]}
    />
  )
}

/** Which register it is and what to know of it. */
function introOf({ tally: { asOf, regulator, demonstration, missing, days } }: SupplyContent): string {
  const older = days.filter((day) => day.asOf !== asOf)
  return [
    `Services for adults that are active on the register of the ${regulatorNames[regulator]} as at ${longDate(asOf)}.`,
    ...older.map((day) => `${day.councilName} is as at ${longDate(day.asOf)}.`),
    ...(missing.length > 0 ? [`No register is known of ${missing.join(', ')}.`] : []),
    ...(demonstration ? ['These services are invented for the demonstration.'] : []),
  ].join(' ')
}

/** The rank that the regulator calls "Good". */
function goodRank({ terms: { scales }, tally: { regulator } }: SupplyContent): number {
  const scale = scales.find((one) => one.regulator === regulatorNames[regulator])
  return scale?.grades.find(({ word }) => word === 'Good')?.rank ?? Number.POSITIVE_INFINITY
}
