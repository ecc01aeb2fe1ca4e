import { number, signed } from '../../../core/ui/format.ts'
import { type Cell, type Column, DataTable, Section } from '../../../core/ui/parts/index.ts'
import type { Matched } from '../compare-services.ts'
import { registerServicePath } from '../paths.ts'
import type { ComparedService, RegisterComparison } from '../queries/compare.ts'

export interface ChangeTablesProps {
  readonly slug: string
  readonly comparison: RegisterComparison
  readonly grade: (rank: number | null) => string
}

/** The services that are new, gone, regraded and resized, each in a table of its own. */
export function ChangeTables(props: ChangeTablesProps) {
  const { new: fresh, gone, resized, lowestGradeUp, lowestGradeDown, services } = props.comparison
  return (
    <>
      <ServicesTable
        {...props}
        id="new"
        heading={fresh === 1 ? 'One service is new' : `${number(fresh)} services are new`}
        none="No service is new."
        count={fresh}
        services={services.new}
        follows={{ heading: 'Goes on from', number: (service) => service.wentBefore }}
      />
      <ServicesTable
        {...props}
        id="gone"
        heading={gone === 1 ? 'One service is gone' : `${number(gone)} services are gone`}
        none="No service is gone."
        count={gone}
        services={services.gone}
        follows={{ heading: 'Goes on as', number: (service) => service.goesOnAs }}
      />
      <PairsTable
        {...props}
        id="regraded"
        heading={regradedHeading(lowestGradeDown, lowestGradeUp)}
        none="No lowest grade changed."
        count={lowestGradeDown + lowestGradeUp}
        pairs={services.regraded}
        columns={[{ heading: 'Lowest grade before' }, { heading: 'Lowest grade after' }, { heading: 'Which way' }]}
        cells={({ before, after }) => [
          props.grade(before.lowestGrade),
          props.grade(after.lowestGrade),
          (after.lowestGrade ?? 0) > (before.lowestGrade ?? 0) ? '↑ up' : '↓ down',
        ]}
      />
      <PairsTable
        {...props}
        id="resized"
        heading={
          resized === 1
            ? 'One service has another number of places'
            : `${number(resized)} services have another number of places`
        }
        none="No service has another number of places."
        count={resized}
        pairs={services.resized}
        columns={[
          { heading: 'Places before', align: 'number' },
          { heading: 'Places after', align: 'number' },
          { heading: 'Difference', align: 'number' },
        ]}
        cells={({ before, after }) => [
          number(before.places ?? 0),
          number(after.places ?? 0),
          signed((after.places ?? 0) - (before.places ?? 0)),
        ]}
      />
    </>
  )
}

const regradedHeading = (down: number, up: number): string =>
  `${down === 1 ? 'One lowest grade' : `${number(down)} lowest grades`} went down, ${up === 1 ? 'one' : number(up)} went up`

interface TableProps extends ChangeTablesProps {
  readonly id: string
  readonly heading: string
  /** Said in place of an empty table. */
  readonly none: string
  /** How many there are, when not all are listed. */
  readonly count: number
}

interface ServicesTableProps extends TableProps {
  readonly services: readonly ComparedService[]
  readonly follows: { readonly heading: string; readonly number: (service: ComparedService) => string | null }
}

function ServicesTable({ slug, grade, id, heading, none, count, services, follows }: ServicesTableProps) {
  const told = services.some((service) => follows.number(service) !== null)
  return (
    <Section id={id} heading={heading}>
      {services.length === 0 ? (
        <p>{none}</p>
      ) : (
        <DataTable
          caption={captionOf(heading, count, services.length)}
          captionHidden={count === services.length}
          missing="not registered by places"
          columns={[
            { heading: 'Service' },
            { heading: 'What it is' },
            { heading: 'Provider' },
            { heading: 'Places', align: 'number' },
            { heading: 'Lowest grade' },
            ...(told ? [{ heading: follows.heading }] : []),
          ]}
          rows={services.map((service) => {
            const other = follows.number(service)
            return [
              <ServiceLink slug={slug} service={service} />,
              kindOf(service),
              service.providerName ?? 'not said',
              service.places ? number(service.places) : null,
              grade(service.lowestGrade),
              other ? <a href={registerServicePath(slug, service.regulator, other)}>{other}</a> : '–',
            ]
          })}
        />
      )}
    </Section>
  )
}

interface PairsTableProps extends TableProps {
  readonly pairs: readonly Matched<ComparedService>[]
  readonly columns: readonly Column[]
  readonly cells: (pair: Matched<ComparedService>) => readonly Cell[]
}

function PairsTable({ slug, id, heading, none, count, pairs, columns, cells }: PairsTableProps) {
  return (
    <Section id={id} heading={heading}>
      {pairs.length === 0 ? (
        <p>{none}</p>
      ) : (
        <DataTable
          caption={captionOf(heading, count, pairs.length)}
          captionHidden={count === pairs.length}
          columns={[{ heading: 'Service' }, { heading: 'What it is' }, ...columns]}
          rows={pairs.map((pair) => [
            <ServiceLink slug={slug} service={pair.after} />,
            kindOf(pair.after),
            ...cells(pair),
          ])}
        />
      )}
    </Section>
  )
}

const captionOf = (heading: string, count: number, shown: number): string =>
  count > shown ? `The first ${number(shown)} of ${number(count)}` : heading

const ServiceLink = ({ slug, service }: { readonly slug: string; readonly service: ComparedService }) => (
  <a href={registerServicePath(slug, service.regulator, service.number)}>{service.name}</a>
)

const kindOf = ({ careService, subtype }: ComparedService): string =>
  subtype ? `${careService}: ${subtype}` : careService
