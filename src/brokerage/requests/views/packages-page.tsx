import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, Input, NotificationBanner, Pagination, Select } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, FilterPanel, PageTitle, withQuery } from '../../../core/ui/parts/index.ts'
import { type Id, type IsoDate, londonDate } from '../../../core/values/index.ts'
import { newPackagePath, packagePath, packagesPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import type { VisitLine } from '../../visit-line.ts'
import { hoursWords, linesWords, originWords, packageStateWords } from '../care-words.ts'
import { type PackagesQuery, type ShownState, shownStates } from '../forms/packages-query.ts'
import { needWord } from '../need-code.ts'
import type { ListedPackage } from '../queries/listed-packages.ts'
import type { RequestLists } from '../queries/request-lists.ts'

export interface PackagesPageProps {
  readonly partnership: Partnership
  readonly asked: PackagesQuery
  readonly lists: Pick<RequestLists, 'services' | 'areas'>
  readonly packages: readonly ListedPackage[]
  readonly lines: ReadonlyMap<Id, readonly VisitLine[]>
  readonly count: number
  readonly perPage: number
  readonly today: IsoDate
  /** The address of the list as it was asked for. */
  readonly address: string
  readonly mayRequest: boolean
}

/** Every package of a partnership, to be narrowed: the desk is for placing, this is for finding. */
export function PackagesPage(props: PackagesPageProps) {
  const { partnership, asked, count, mayRequest } = props
  const { slug } = partnership
  return (
    <BrokeragePage
      partnership={partnership}
      of="packages"
      title="Packages of care"
      breadcrumbs={[{ content: 'Packages' }]}
    >
      {asked.asked ? <JustAsked slug={slug} references={asked.asked.split('.')} /> : null}
      <PageTitle
        heading="Packages of care"
        note="What people need of one kind of service, and where it stands."
        actions={mayRequest ? <Button href={newPackagePath(slug)}>Ask for care</Button> : undefined}
      />
      <section id="packages" aria-label="Packages">
        <PackageFilters {...props} />
        {count === 0 ? <Nothing {...props} /> : <PackageTable {...props} />}
        <Pages {...props} />
      </section>
    </BrokeragePage>
  )
}

function JustAsked({ slug, references }: { readonly slug: string; readonly references: readonly string[] }) {
  return (
    <NotificationBanner type="success" title="Asked for">
      <p class="govuk-notification-banner__heading">
        {references.map((reference, at) => (
          <>
            {at > 0 ? ', ' : ''}
            <a class="govuk-notification-banner__link" href={packagePath(slug, reference)}>
              {reference}
            </a>
          </>
        ))}
        {references.length === 1 ? ' is' : ' are'} with the service matching team.
      </p>
    </NotificationBanner>
  )
}

const shownWords = (shown: ShownState): string =>
  shown === 'live' ? 'All that are not over' : shown === 'all' ? 'All, ended ones too' : packageStateWords[shown]

const whoseWords = { requested: 'Asked for by me', placing: 'Placed by me' } as const

function PackageFilters({ partnership: { slug }, asked, lists, count, address }: PackagesPageProps) {
  const { q, state, service, area, origin, whose } = asked
  const without = (name: string) => withQuery(address, { [name]: undefined, page: undefined, asked: undefined })
  const named = (list: readonly { readonly name: string }[], find: (one: never) => boolean, key: string) =>
    list.find((one) => find(one as never))?.name ?? key
  const serviceName = service && named(lists.services, (one: { key: string }) => one.key === service, service)
  const areaName = area && named(lists.areas, (one: { code: string }) => one.code === area, area)
  const query = new URL(withQuery(address, { page: undefined, asked: undefined }), 'http://here').search
  return (
    <FilterPanel
      label="Filter the packages"
      action={packagesPath(slug)}
      region="packages"
      result={`${number(count)} ${count === 1 ? 'package' : 'packages'}`}
      links={[{ text: 'These packages as CSV', href: `${packagesPath(slug)}.csv${query}` }]}
      chosen={[
        ...(q ? [{ text: `Reference: ${q}`, href: without('q') }] : []),
        ...(state === 'live' ? [] : [{ text: shownWords(state), href: without('state') }]),
        ...(serviceName ? [{ text: serviceName, href: without('service') }] : []),
        ...(areaName ? [{ text: areaName, href: without('area') }] : []),
        ...(origin ? [{ text: originWords[origin], href: without('origin') }] : []),
        ...(whose ? [{ text: whoseWords[whose], href: without('whose') }] : []),
      ]}
      clear={{ text: 'Take all away', href: packagesPath(slug) }}
    >
      <Input name="q" label="Reference or record" value={q} type="search" />
      <Select
        name="state"
        label="Which"
        value={state}
        items={shownStates.map((value) => ({ value, text: shownWords(value) }))}
      />
      <Select
        name="service"
        label="Service"
        value={service}
        items={[
          { value: '', text: 'All services' },
          ...lists.services.map(({ key, name }) => ({ value: key, text: name })),
        ]}
      />
      <Select
        name="area"
        label="Area"
        value={area}
        items={[
          { value: '', text: 'All areas' },
          ...lists.areas.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <Select
        name="origin"
        label="Waiting"
        value={origin}
        items={[
          { value: '', text: 'Anywhere' },
          { value: 'hospital', text: 'In hospital' },
          { value: 'community', text: 'At home' },
        ]}
      />
      <Select
        name="whose"
        label="Whose"
        value={whose}
        items={[
          { value: '', text: 'Everybody’s' },
          { value: 'requested', text: whoseWords.requested },
          { value: 'placing', text: whoseWords.placing },
        ]}
      />
    </FilterPanel>
  )
}

function PackageTable({ partnership: { slug }, packages, lines, lists, today }: PackagesPageProps) {
  const services = new Map(lists.services.map(({ key, name }) => [key, name]))
  const areas = new Map(lists.areas.map(({ code, name }) => [code, name]))
  return (
    <DataTable
      caption={`Packages on ${longDate(today)}, the last to be ready first`}
      captionHidden
      columns={[
        { heading: 'Package' },
        { heading: 'What' },
        { heading: 'Where' },
        { heading: 'A week', align: 'number' },
        { heading: 'Ready since' },
        { heading: 'Start by' },
        { heading: 'Stands' },
      ]}
      rows={packages.map((one) => [
        <>
          <a href={packagePath(slug, one.reference)}>{one.reference}</a>
          <br />
          <small>for {one.person}</small>
        </>,
        <>
          {services.get(one.serviceType) ?? one.serviceType}
          <br />
          <small>
            {[linesWords(lines.get(one.id) ?? []), one.needs.slice(0, 3).map(needWord).join(', ')]
              .filter(Boolean)
              .join('. ')}
          </small>
        </>,
        <>
          {areas.get(one.area) ?? one.area}
          <br />
          <small>{one.district}</small>
        </>,
        hoursWords(one.weeklyMinutes),
        <>
          {longDate(londonDate(one.readyAt))}
          {one.origin === 'hospital' ? (
            <>
              <br />
              <strong class="m-c-need">in hospital</strong>
            </>
          ) : null}
        </>,
        longDate(one.startBy),
        packageStateWords[one.state],
      ])}
    />
  )
}

function Pages({ asked, count, perPage, address }: PackagesPageProps) {
  const pages = Math.ceil(count / perPage)
  if (pages < 2) return null
  const at = (page: number) => withQuery(address, { page: page === 1 ? undefined : String(page), asked: undefined })
  return (
    <Pagination
      previous={
        asked.page > 1
          ? { href: at(asked.page - 1), labelText: `${number(asked.page - 1)} of ${number(pages)}` }
          : undefined
      }
      next={
        asked.page < pages
          ? { href: at(asked.page + 1), labelText: `${number(asked.page + 1)} of ${number(pages)}` }
          : undefined
      }
    />
  )
}

function Nothing({ partnership: { slug }, asked, mayRequest }: PackagesPageProps) {
  const { q, state, service, area, origin, whose } = asked
  if (q || state !== 'live' || service || area || origin || whose)
    return (
      <EmptyState
        what="No package is as you asked."
        why="Fewer filters leave more of them."
        link={{ text: 'Take all filters away', href: packagesPath(slug) }}
      />
    )
  return (
    <EmptyState
      what="Every package of care stands here, with where it stands."
      why="None has been asked for yet, or all are over."
      link={
        mayRequest
          ? { text: 'Ask for care', href: newPackagePath(slug) }
          : { text: 'Packages that are over too', href: withQuery(packagesPath(slug), { state: 'all' }) }
      }
    />
  )
}
