import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { NotificationBanner, Pagination, Select } from '../../../core/ui/govuk/index.ts'
import {
  DataTable,
  EmptyState,
  FilterPanel,
  PageTitle,
  Section,
  State,
  withQuery,
} from '../../../core/ui/parts/index.ts'
import type { IsoDate } from '../../../core/values/index.ts'
import { packagesPath, unmetPath } from '../../paths.ts'
import { hoursWords } from '../../requests/care-words.ts'
import { type UnmetReason, unmetReasons } from '../../spell.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import type { RegisterQuery } from '../forms.ts'
import { spellPath } from '../paths.ts'
import type { WeekTold } from '../queries/register.ts'
import type { NamedSpell } from '../queries/spells.ts'
import { preferenceWords, reasonWords } from '../unmet-words.ts'
import { spellStands } from './spell-words.ts'

export interface RegisterPageProps {
  readonly partnership: Partnership
  readonly asked: RegisterQuery
  readonly spells: readonly NamedSpell[]
  readonly count: number
  readonly perPage: number
  readonly lists: {
    readonly services: readonly { readonly key: string; readonly name: string }[]
    readonly areas: readonly { readonly code: string; readonly name: string }[]
  }
  readonly weeks: readonly WeekTold[]
  readonly today: IsoDate
  readonly address: string
  /** What has just been recorded, in a sentence. */
  readonly done: string | undefined
}

/** Everybody who waits for care or has it otherwise than wanted: late reviews first. */
export function RegisterPage(props: RegisterPageProps) {
  const { partnership, count, spells, today, done } = props
  const late = spells.filter(({ pieces }) => isLate(pieces.at(-1)?.reviewOn ?? null, today)).length
  return (
    <BrokeragePage partnership={partnership} of="unmet" title="Unmet need" breadcrumbs={[{ content: 'Unmet need' }]}>
      {done ? <NotificationBanner type="success" text={done} /> : null}
      <PageTitle
        heading="Unmet need"
        note={`Who is assessed and ready and has not all of their care${late > 0 ? `; ${number(late)} of these reviews ${late === 1 ? 'is' : 'are'} late` : ''}.`}
      />
      <section id="register" aria-label="Who waits">
        <Filters {...props} />
        {count === 0 ? <Nothing {...props} /> : <SpellTable {...props} />}
        <Pages {...props} />
      </section>
      <Weeks weeks={props.weeks} />
    </BrokeragePage>
  )
}

const isLate = (reviewOn: IsoDate | null, today: IsoDate): boolean => reviewOn !== null && reviewOn < today

function Filters({ partnership: { slug }, asked, lists, count, address }: RegisterPageProps) {
  const { kind, service, area, origin, reason, ended } = asked
  const without = (name: string) => withQuery(address, { [name]: undefined, page: undefined, done: undefined })
  const chosen = [
    { name: 'kind', text: kind === 'preference' ? 'Not as wanted' : kind && 'Waiting for care' },
    { name: 'service', text: service && (lists.services.find(({ key }) => key === service)?.name ?? service) },
    { name: 'area', text: area && (lists.areas.find(({ code }) => code === area)?.name ?? area) },
    { name: 'origin', text: origin === 'hospital' ? 'In hospital' : origin && 'At home' },
    { name: 'reason', text: reason && reasonWords[reason] },
    { name: 'ended', text: ended && 'Those that are over' },
  ]
  return (
    <FilterPanel
      label="Filter who waits"
      action={unmetPath(slug)}
      region="register"
      result={`${number(count)} ${count === 1 ? 'spell' : 'spells'}`}
      chosen={chosen.flatMap(({ name, text }) => (text ? [{ text, href: without(name) }] : []))}
      clear={{ text: 'Take all away', href: unmetPath(slug) }}
    >
      <Select
        name="kind"
        label="What"
        value={kind ?? ''}
        items={[
          { value: '', text: 'Waiting, or not as wanted' },
          { value: 'need', text: 'Waiting for care' },
          { value: 'preference', text: 'Care not as wanted' },
        ]}
      />
      <Select
        name="service"
        label="Service"
        value={service ?? ''}
        items={[
          { value: '', text: 'All services' },
          ...lists.services.map(({ key, name }) => ({ value: key, text: name })),
        ]}
      />
      <Select
        name="area"
        label="Area"
        value={area ?? ''}
        items={[
          { value: '', text: 'All areas' },
          ...lists.areas.map(({ code, name }) => ({ value: code, text: name })),
        ]}
      />
      <Select
        name="origin"
        label="Where"
        value={origin ?? ''}
        items={[
          { value: '', text: 'Anywhere' },
          { value: 'hospital', text: 'In hospital' },
          { value: 'community', text: 'At home' },
        ]}
      />
      <Select
        name="reason"
        label="Why"
        value={reason ?? ''}
        items={[
          { value: '', text: 'Any reason' },
          ...unmetReasons.map((value: UnmetReason) => ({ value, text: reasonWords[value] })),
        ]}
      />
      <Select
        name="ended"
        label="Which"
        value={ended ?? ''}
        items={[
          { value: '', text: 'Those who wait' },
          { value: 'yes', text: 'Those that are over' },
        ]}
      />
    </FilterPanel>
  )
}

function SpellTable({ partnership: { slug }, spells, today, asked }: RegisterPageProps) {
  return (
    <DataTable
      caption={`${asked.ended ? 'Spells that are over' : 'Who waits'} on ${longDate(today)}, late reviews first`}
      captionHidden
      columns={[
        { heading: 'Who' },
        { heading: 'What' },
        { heading: 'Missing a week', align: 'number' },
        { heading: 'Why' },
        { heading: 'Since' },
        { heading: 'Review' },
      ]}
      rows={spells.map((spell) => {
        const now = spell.pieces.at(-1)
        return [
          <>
            <a href={spellPath(slug, spell.id)}>{spell.personReference}</a>
            <br />
            <small>{spell.packageReference}</small>
          </>,
          <>
            {spell.serviceName}
            <br />
            <small>{[spell.areaName, spell.origin === 'hospital' ? 'in hospital' : 'at home'].join(', ')}</small>
          </>,
          spell.kind === 'preference'
            ? `not as wanted: ${spell.preference ? preferenceWords[spell.preference].toLowerCase() : ''}`
            : now
              ? hoursWords(now.wantedMinutes - now.deliveredMinutes)
              : 'nothing',
          now ? reasonWords[now.reason] : 'none',
          <>
            {longDate(spell.beganOn)}
            <br />
            <small>{spellStands(spell, today)}</small>
          </>,
          spell.endedOn !== null ? (
            'over'
          ) : now?.reviewOn ? (
            <>
              {longDate(now.reviewOn)}
              {isLate(now.reviewOn, today) ? (
                <>
                  <br />
                  <State kind="attention" word="late" />
                </>
              ) : null}
            </>
          ) : (
            'none set'
          ),
        ]
      })}
    />
  )
}

function Pages({ asked, count, perPage, address }: RegisterPageProps) {
  const pages = Math.ceil(count / perPage)
  if (pages < 2) return null
  const link = (page: number) =>
    page < 1 || page > pages
      ? undefined
      : {
          href: withQuery(address, { page: page === 1 ? undefined : String(page), done: undefined }),
          labelText: `${number(page)} of ${number(pages)}`,
        }
  return <Pagination previous={link(asked.page - 1)} next={link(asked.page + 1)} />
}

function Nothing({ partnership: { slug }, address }: RegisterPageProps) {
  return address.includes('?') ? (
    <EmptyState
      what="Nobody waits as you asked."
      why="Fewer filters leave more of them."
      link={{ text: 'Take all filters away', href: unmetPath(slug) }}
    />
  ) : (
    <EmptyState
      what="Everybody stands here who is ready for care and has not all of it."
      why="Nobody waits: all care that was asked for is in place."
      link={{ text: 'Every package', href: packagesPath(slug) }}
    />
  )
}

/** The counts of the last Mondays. */
function Weeks({ weeks }: { readonly weeks: readonly WeekTold[] }) {
  return (
    <Section
      id="weeks"
      heading="Assessed and waiting, Monday by Monday"
      intro="As Public Health Scotland’s snapshot counts care at home: people without any of their package and the hours a week that they wait for; apart from them people who have a part."
    >
      {weeks.length > 0 ? (
        <DataTable
          caption="People assessed and waiting on the last Mondays"
          captionHidden
          columns={[
            { heading: 'Monday' },
            { heading: 'Waiting', align: 'number' },
            { heading: 'Of them in hospital', align: 'number' },
            { heading: 'Hours a week', align: 'number' },
            { heading: 'Have a part', align: 'number' },
            { heading: 'Hours still missing', align: 'number' },
          ]}
          rows={weeks.map(({ week, waiting, inHospital, waitingMinutes, part, partMinutes }) => [
            longDate(week),
            number(waiting),
            number(inHospital),
            number(waitingMinutes / 60, 1),
            number(part),
            number(partMinutes / 60, 1),
          ])}
        />
      ) : (
        <p class="m-read">No Monday has been counted yet.</p>
      )}
    </Section>
  )
}
