import type { Partnership } from '../../../core/auth/index.ts'
import type { Mistake } from '../../../core/forms/index.ts'
import { FormMistakes } from '../../../core/ui/form/index.ts'
import { longDate, number, percent } from '../../../core/ui/format.ts'
import { Button, Pagination, Select } from '../../../core/ui/govuk/index.ts'
import { EmptyState, FilterPanel, PageTitle, Tally, withQuery } from '../../../core/ui/parts/index.ts'
import { type Id, londonDate } from '../../../core/values/index.ts'
import { deskPath, newPackagePath, packagesPath, unmetPath } from '../../paths.ts'
import { plansPath } from '../../plans/paths.ts'
import { needCodes, needWord, needWords } from '../../requests/need-code.ts'
import { hoursWords } from '../../rules/rule-words.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { perPage } from '../desk-group.ts'
import type { DeskQuery } from '../forms/desk-query.ts'
import type { DeskContent } from '../queries/desk-content.ts'
import { shortHours, timeOfDay } from '../row-words.ts'
import { DeskTable, groupWords } from './desk-table.tsx'

export interface DeskPageProps {
  readonly partnership: Partnership
  readonly query: DeskQuery
  readonly content: DeskContent
  readonly now: Date
  /** The address of the desk as it was asked for, without what was just done. */
  readonly address: string
  /** Where the desk hears of changes. */
  readonly live: string
  readonly me: Id
  readonly mayPlace: boolean
  readonly mayRequest: boolean
  /** What was just done, in a sentence. */
  readonly said: string | undefined
  readonly mistakes: readonly Mistake[]
}

/** The broker's desk: what is to be placed, with the clock on each and the one thing to do next. */
export function DeskPage(props: DeskPageProps) {
  const { partnership, content, now, live, address, said, mistakes, mayRequest } = props
  const { slug } = partnership
  return (
    <BrokeragePage partnership={partnership} title="Broker’s desk" mistakes={mistakes.length > 0}>
      <section id="desk" aria-label="Desk">
        <FormMistakes mistakes={mistakes} title="It was not done" />
        {said && mistakes.length === 0 ? (
          <p class="m-lead" data-focus="" data-announce="" tabIndex={-1}>
            {said}
          </p>
        ) : null}
        <PageTitle
          heading="Broker’s desk"
          note={clockNote(content)}
          actions={mayRequest ? <Button href={newPackagePath(slug)}>Add a package</Button> : undefined}
        />
        <DeskFilters {...props} />
        <div id="rows" data-live={live} data-from={address}>
          <DeskTally {...props} />
          <p class="m-2">
            <span data-announce="">Updated {timeOfDay(now)}</span>, {longDate(londonDate(now))}.
          </p>
          <DeskRows {...props} />
        </div>
      </section>
    </BrokeragePage>
  )
}

function clockNote({ hours }: DeskContent): string {
  const [one, another] = hours
  if (!one) return 'No rule says yet who is asked in which order.'
  return another
    ? 'Clocks run in the working hours of each contract’s rule.'
    : `Clocks run in working hours, ${hoursWords(one)}.`
}

function DeskTally({ partnership: { slug }, content: { counts, wait } }: DeskPageProps) {
  const { minutes, open, fromHospital, offers, unmet, accepted, atFirst } = counts
  const weeks = 'last 4 weeks'
  return (
    <Tally
      label="The desk in figures"
      items={[
        {
          value: number(Math.round(minutes / 60)),
          what: 'hours a week to place',
          tone: minutes > 0 ? 'need' : undefined,
        },
        { value: number(open), what: `packages open, ${number(fromHospital)} from hospital` },
        { value: number(offers), what: 'offers with providers' },
        {
          value: wait === undefined ? 'None yet' : shortHours(wait),
          what: wait === undefined ? 'no answer this week' : 'typical wait for an answer, this week',
        },
        {
          value: accepted === 0 ? 'None yet' : percent(Math.round((100 * atFirst) / accepted)),
          what: accepted === 0 ? `placed, ${weeks}` : `placed at step 1, ${weeks}`,
        },
        { value: number(unmet), what: `${unmet === 1 ? 'package' : 'packages'} unmet now`, href: unmetPath(slug) },
      ]}
    />
  )
}

function DeskFilters({ partnership: { slug }, query, content, address, me }: DeskPageProps) {
  const { broker, area, needs, group } = query
  const here = deskPath(slug)
  const without = (name: string) => withQuery(address, { [name]: undefined, page: undefined })
  const brokers = content.brokers.filter(({ id }) => id !== me)
  const brokerName =
    broker === 'mine' ? 'Mine' : broker === 'none' ? 'Nobody’s' : brokers.find(({ id }) => id === broker)?.name
  const shown = content.rows.length + content.starts.length
  const groups = new Map(
    [...content.rows, ...content.starts].map((row) => ['group' in row ? row.group : 'start', row.count]),
  )
  const all = [...groups.values()].reduce((sum, count) => sum + count, 0)
  const narrowed = broker || area || needs || group
  const later = narrowed ? 0 : content.counts.open - (all - (groups.get('start') ?? 0))
  return (
    <FilterPanel
      label="Filter the desk"
      action={here}
      region="desk"
      keep={{ group }}
      result={`${number(shown)} of ${number(all)} on the desk shown.${later > 0 ? ` ${number(later)} more ${later === 1 ? 'is' : 'are'} unmet until looked at again.` : ''}`}
      links={[
        { text: 'Every package, in a list', href: packagesPath(slug) },
        { text: 'Plan the whole waiting list', href: plansPath(slug) },
      ]}
      chosen={[
        ...(broker ? [{ text: brokerName ?? 'Another broker’s', href: without('broker') }] : []),
        ...(area
          ? [{ text: content.areas.find(({ code }) => code === area)?.name ?? area, href: without('area') }]
          : []),
        ...(needs ? [{ text: needWord(needs), href: without('needs') }] : []),
        ...(group ? [{ text: `${groupWords[group].heading} alone`, href: without('group') }] : []),
      ]}
      clear={{ text: 'Show all', href: here }}
    >
      <Select
        name="broker"
        label="Show"
        value={broker ?? ''}
        items={[
          { value: '', text: 'All brokers' },
          { value: 'mine', text: 'Mine' },
          { value: 'none', text: 'Nobody’s yet' },
          ...brokers.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        name="area"
        label="Area"
        value={area ?? ''}
        items={[
          { value: '', text: 'All areas' },
          ...content.areas.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <Select
        name="needs"
        label="Needs"
        value={needs ?? ''}
        items={[{ value: '', text: 'Any' }, ...needCodes.map((code) => ({ value: code, text: needWords[code] }))]}
      />
    </FilterPanel>
  )
}

function DeskRows(props: DeskPageProps) {
  const { partnership, query, content, now, address, me, mayPlace, mayRequest } = props
  const { slug } = partnership
  const { rows, starts } = content
  if (rows.length + starts.length === 0) {
    const narrowed = query.broker || query.area || query.needs || query.group
    return narrowed ? (
      <EmptyState
        what="Nothing on the desk is as you asked."
        why="Fewer filters leave more of it."
        link={{ text: 'Show all', href: deskPath(slug) }}
      />
    ) : (
      <EmptyState
        what="Packages to be placed appear here, the most pressing first."
        why="Nothing waits to be placed, and nothing starts in the next days."
        link={
          mayRequest
            ? { text: 'Add a package', href: newPackagePath(slug) }
            : { text: 'Every package', href: packagesPath(slug) }
        }
      />
    )
  }
  return (
    <>
      <DeskTable slug={slug} content={content} now={now} action={address} me={me} mayPlace={mayPlace} />
      {query.group ? <GroupPages {...props} /> : <MoreOfGroups {...props} />}
    </>
  )
}

/** Groups of which only the first are shown, each with the way to all of it. */
function MoreOfGroups({ content: { rows, starts }, address }: DeskPageProps) {
  const more = (['act', 'send', 'with', 'start'] as const).flatMap((group) => {
    const own = group === 'start' ? starts : rows.filter((row) => row.group === group)
    const count = own[0]?.count ?? 0
    return count > own.length ? [{ group, count }] : []
  })
  if (more.length === 0) return null
  return (
    <ul class="govuk-list">
      {more.map(({ group, count }) => (
        <li>
          <a href={withQuery(address, { group })} data-swap="desk">
            All {number(count)} of “{groupWords[group].heading}”
          </a>
        </li>
      ))}
    </ul>
  )
}

function GroupPages({ query: { page }, content: { rows, starts }, address }: DeskPageProps) {
  const pages = Math.ceil(([...rows, ...starts][0]?.count ?? 0) / perPage)
  if (pages < 2) return null
  const at = (one: number) => ({
    href: withQuery(address, { page: one === 1 ? undefined : String(one) }),
    labelText: `${number(one)} of ${number(pages)}`,
  })
  return <Pagination previous={page > 1 ? at(page - 1) : undefined} next={page < pages ? at(page + 1) : undefined} />
}
