import type { Partnership } from '../../../core/auth/index.ts'
import { importsPath } from '../../../core/importing/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import { addDays, type IsoDate } from '../../../core/values/index.ts'
import type { Days } from '../../contract.ts'
import { unitWords } from '../../register/contract-words.ts'
import { holdsOn } from '../../standing.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import type { NationalFramework, TablePrice } from '../national-framework.ts'
import { priceText } from '../price-words.ts'
import type { WageFloor } from '../wage-floor.ts'

export interface NationalPageProps {
  readonly partnership: Partnership
  readonly frameworks: readonly NationalFramework[]
  readonly prices: readonly TablePrice[]
  readonly floors: readonly WageFloor[]
  readonly today: IsoDate
}

const daysWords = ({ from, until }: Days): string =>
  until ? `${longDate(from)} to ${longDate(addDays(until, -1))}` : `from ${longDate(from)}`

/** National frameworks with their tables of prices, and the wages that prices have to cover. */
export function NationalPage({ partnership, frameworks, prices, floors, today }: NationalPageProps) {
  const { slug } = partnership
  const heading =
    frameworks.length === 0
      ? 'No national framework is known yet'
      : frameworks.length === 1
        ? 'One national framework is known'
        : `${number(frameworks.length)} national frameworks are known`
  return (
    <ContractsPage partnership={partnership} title={heading} breadcrumbs={[{ content: 'National tables and wages' }]}>
      <PageTitle
        heading={heading}
        note="Shared by all partnerships: frameworks and tables of others, and the wages that prices have to cover."
      />
      {frameworks.length === 0 ? (
        <EmptyState
          what="Frameworks of Scotland Excel, COSLA and others stand here, with their tables of prices."
          why="None has been imported."
          link={{ text: 'Import data', href: importsPath(slug) }}
        />
      ) : (
        <>
          <Frameworks frameworks={frameworks} today={today} />
          {frameworks.map((framework) => {
            const table = prices.filter((price) => price.framework === framework.key)
            return table.length > 0 ? <Table framework={framework} prices={table} today={today} /> : null
          })}
        </>
      )}
      <Section
        id="wages"
        heading="What care workers are to be paid at least, an hour"
        intro="The latest of each holds until a later one is known. One that binds does so by law, or by the terms of contracts."
      >
        <DataTable
          caption="Wage floors, the latest first"
          captionHidden
          columns={[
            { heading: 'Wage' },
            { heading: 'Days' },
            { heading: 'An hour', align: 'number' },
            { heading: 'Binds' },
            { heading: 'Source' },
          ]}
          rows={floors
            .toSorted((a, b) => (a.from > b.from ? -1 : 1))
            .map((floor) => [
              floor.name.charAt(0).toUpperCase() + floor.name.slice(1),
              <>
                {daysWords(floor)} {holdsOn(floor, today) ? <State kind="current" word="Now" /> : null}
              </>,
              priceText(floor.pence),
              floor.binding ? 'Yes' : 'To compare with',
              floor.source,
            ])}
        />
      </Section>
    </ContractsPage>
  )
}

function Frameworks({ frameworks, today }: Pick<NationalPageProps, 'frameworks' | 'today'>) {
  return (
    <DataTable
      caption="National frameworks"
      captionHidden
      columns={[{ heading: 'Framework' }, { heading: 'Owner' }, { heading: 'Days' }, { heading: 'At the latest' }]}
      rows={frameworks.map((framework) => [
        <>
          {framework.title}
          {framework.note === '' ? null : <small class="m-under">{framework.note}</small>}
        </>,
        framework.owner,
        <>
          {daysWords(framework)} {holdsOn(framework, today) ? <State kind="current" word="Now" /> : null}
        </>,
        framework.latestEnd ? longDate(framework.latestEnd) : '–',
      ])}
    />
  )
}

function Table({
  framework: { key, title },
  prices,
  today,
}: {
  readonly framework: NationalFramework
  readonly prices: readonly TablePrice[]
  readonly today: IsoDate
}) {
  return (
    <Section id={key} heading={`Prices of the ${title}`}>
      <DataTable
        caption={`Table of ${title}`}
        captionHidden
        columns={[{ heading: 'For' }, { heading: 'Days' }, { heading: 'Price', align: 'number' }, { heading: 'Note' }]}
        rows={prices
          .toSorted((a, b) => (a.from > b.from ? -1 : 1))
          .map((price) => [
            [price.level, unitWords[price.unit]].filter(Boolean).join(', '),
            <>
              {daysWords(price)} {holdsOn(price, today) ? <State kind="current" word="Now" /> : null}
            </>,
            priceText(price.pence),
            price.note,
          ])}
      />
    </Section>
  )
}
