import { longDate, number } from '../../../core/ui/format.ts'
import { DataTable, EmptyState, PageTitle, Section, State } from '../../../core/ui/parts/index.ts'
import { ProviderPage } from '../../../procurement/index.ts'
import { offersPlace, ownPlacementPath, placementsPlace, providerPlaces } from '../paths.ts'
import { placementStates } from '../placement-words.ts'
import type { OwnPlacement } from '../queries/own-placements.ts'

export interface PlacementsPageProps {
  readonly organisation: string
  readonly demonstration: boolean
  readonly current: readonly OwnPlacement[]
  readonly over: readonly OwnPlacement[]
  /** Whether there are more than the page shows. */
  readonly more: boolean
}

/** The care that a provider gives, in every partnership. */
export function PlacementsPage({ organisation, demonstration, current, over, more }: PlacementsPageProps) {
  const heading = headingOf(current, more)
  return (
    <ProviderPage
      organisation={organisation}
      demonstration={demonstration}
      places={providerPlaces}
      of={placementsPlace}
      title={heading}
    >
      <PageTitle heading={heading} />
      {current.length > 0 ? (
        <Placements placements={current} caption="Placements" />
      ) : (
        <EmptyState
          what="What you accepted appears here, with who it is for and when it starts."
          why="You give no care through a partnership here at the moment."
          link={{ text: 'Your offers', href: offersPlace.href }}
        />
      )}
      {more ? <p>Only the {number(current.length)} that start last are shown.</p> : null}
      {over.length > 0 ? (
        <Section id="over" heading="Over">
          <Placements placements={over} caption="Placements that are over" />
        </Section>
      ) : null}
    </ProviderPage>
  )
}

function headingOf(current: readonly OwnPlacement[], more: boolean): string {
  const visits = current.reduce((sum, one) => sum + (one.state === 'suspended' ? 0 : one.visits), 0)
  if (current.length === 0) return 'You give no care yet'
  const count = current.length === 1 ? 'one person' : `${number(current.length)} people`
  return more ? 'Those to whom you give care' : `You give ${count} ${number(visits)} visits a week`
}

const Placements = ({
  placements,
  caption,
}: {
  readonly placements: readonly OwnPlacement[]
  readonly caption: string
}) => (
  <DataTable
    caption={caption}
    captionHidden
    columns={[
      { heading: 'Placement' },
      { heading: 'Where' },
      { heading: 'Visits', unit: 'a week', align: 'number' },
      { heading: 'From' },
      { heading: 'State' },
    ]}
    rows={placements.map(
      ({ partnership, reference, person, service, area, visits, startedOn, startsOn, endsOn, state }) => [
        <span>
          <a href={ownPlacementPath(partnership.slug, reference)}>{person?.name ?? reference}</a>
          <small class="m-under">{person?.name ? `${service}, ${reference}` : service}</small>
        </span>,
        `${area}, for ${partnership.title}`,
        number(visits),
        endsOn ? `${longDate(startedOn ?? startsOn)} until ${longDate(endsOn)}` : longDate(startedOn ?? startsOn),
        <State {...placementStates[state]} />,
      ],
    )}
  />
)
