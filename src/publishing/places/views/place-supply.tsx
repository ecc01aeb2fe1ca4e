import { longDate } from '../../../core/ui/format.ts'
import { EmptyState, Section, SourceLine } from '../../../core/ui/parts/index.ts'
import { gradeWords, regulatorNames, sectorWords } from '../../../providers/index.ts'
import { sectionPath, sourcePath, tablePath } from '../../paths.ts'
import { supplyServicesPath } from '../../supply/paths.ts'
import { nounOf, sectorFinding, supplyFinding } from '../../supply/supply-findings.ts'
import { byGrade, byKind, byWord } from '../../supply/supply-rows.ts'
import { PartedBars } from '../../supply/views/parted-bars.tsx'
import { linkedNumbers, plainNumbers } from '../../supply/views/supply-number.tsx'
import type { PlacePageProps } from './place-props.ts'

/** The care services in an area: by kind, by sector and by grade. */
export function PlaceSupply({ partnership: { slug, title }, area, tally, terms, sources }: PlacePageProps) {
  const link = { text: `What care there is in ${title}`, href: sectionPath(slug, 'supply') }
  if (!tally || tally.rows.length === 0) {
    return (
      <Section
        id="services"
        heading={tally ? 'No registered service is known to stand here' : 'What care there is here is not known yet'}
      >
        <EmptyState
          what={`Care services in ${area.name} by kind, sector and grade stand here.`}
          why={
            tally
              ? `The register as at ${longDate(tally.asOf)} names no adult service of this area. Services of which it tells only the council, or another kind of area, are counted there.`
              : 'No regulator’s register of this area has been imported.'
          }
          link={link}
        />
      </Section>
    )
  }
  const noun = nounOf(undefined)
  const kinds = byKind(tally.rows, terms.types)
  const sectors = byWord(tally.rows, (row) => row.sector, sectorWords)
  const where = `${area.name}, ${longDate(tally.asOf)}`
  const source = sources.get(tally.sourceKey)
  const of = { slug, asOf: tally.asOf, area: area.code }
  return (
    <Section
      id="services"
      heading={supplyFinding(kinds, area.name, noun)}
      intro={`Services for adults that are active on the register of the ${regulatorNames[tally.regulator]} as at ${longDate(tally.asOf)}.${tally.demonstration ? ' These services are invented for the demonstration.' : ''}`}
    >
      <PartedBars
        heading="Kind of service"
        caption={`Services by kind in ${where}`}
        rows={kinds}
        cells={(row) => (row.key.startsWith('~') ? plainNumbers(row) : linkedNumbers(row, { ...of, kind: row.key }))}
        tableOpen
      />
      <p>
        <a href={supplyServicesPath(slug, { area: area.code })}>These services by name</a>
      </p>
      <div class="m-cols m-cols--2">
        <Section id="sectors" level={3} heading={sectorFinding(sectors, noun)}>
          <PartedBars heading="Sector" caption={`Services by sector in ${where}`} rows={sectors} />
        </Section>
        <Section id="grades" level={3} heading="By the lowest grade that each was given">
          <PartedBars
            heading="Lowest grade"
            caption={`Services by lowest grade in ${where}`}
            rows={byGrade(tally.rows, gradeWords(terms.scales, tally.regulator))}
          />
        </Section>
      </div>
      {source ? (
        <SourceLine
          source={{ text: `${source.title}, as at ${longDate(tally.asOf)}`, href: sourcePath(slug, source.key) }}
          csv={{ href: `${tablePath(slug, 'services', 'csv')}?area=${encodeURIComponent(area.code)}` }}
        />
      ) : null}
    </Section>
  )
}
