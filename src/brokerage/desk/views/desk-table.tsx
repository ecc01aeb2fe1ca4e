import { number } from '../../../core/ui/format.ts'
import { type Cell, DataTable, type RowGroup } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { packagePath } from '../../paths.ts'
import { weeklyMinutes } from '../../visit-line.ts'
import type { DeskGroup } from '../desk-group.ts'
import type { DeskPackage } from '../desk-row.ts'
import type { DeskContent } from '../queries/desk-content.ts'
import { daysCount, hospitalDay, shortHours, wantedWords } from '../row-words.ts'
import { DeskClock, StartClock } from './desk-clock.tsx'
import { DeskNext, RowForm, StartNext } from './desk-next.tsx'
import { DeskStep } from './desk-step.tsx'

export interface DeskTableProps {
  readonly slug: string
  readonly content: Pick<DeskContent, 'rows' | 'starts' | 'areas'>
  readonly now: Date
  readonly action: string
  readonly me: Id
  readonly mayPlace: boolean
}

/** What each part of the desk is called, and what it holds. */
export const groupWords: { readonly [group in DeskGroup]: { readonly heading: string; readonly note: string } } = {
  act: {
    heading: 'Act now',
    note: 'an answer is late, a provider waits, every step has been tried, or a review is due',
  },
  send: { heading: 'To send', note: 'nobody has been asked yet' },
  with: { heading: 'With providers', note: 'a clock runs' },
  start: { heading: 'Starting this week', note: 'agreed with a provider' },
}

/** How many of a group there are, and how many of them are here. */
const countWords = (shown: number, count: number, note: string): string =>
  `${shown < count ? `${number(shown)} of ${number(count)} shown` : number(count)}: ${note}`

/** Everything on the desk in groups: a departures board. */
export function DeskTable(props: DeskTableProps) {
  const { content, now } = props
  const areas = new Map(content.areas.map(({ code, name }) => [code, name]))
  const groups = (['act', 'send', 'with'] as const).flatMap((group): RowGroup[] => {
    const rows = content.rows.filter((row) => row.group === group)
    const [first] = rows
    if (!first) return []
    const { heading, note } = groupWords[group]
    return [
      {
        heading,
        note: countWords(rows.length, first.count, note),
        rows: rows.map(({ why, package: of, minutesLeft }) => [
          <DeskClock why={why} of={of} minutesLeft={minutesLeft} now={now} />,
          <Wanted {...props} of={of} />,
          <Where of={of} areas={areas} />,
          <Hours of={of} minutes={of.unplacedMinutes || weeklyMinutes(of.lines)} />,
          <DeskStep why={why} of={of} />,
          <DeskNext {...props} why={why} of={of} />,
          <WhoHas {...props} of={of} />,
        ]),
      },
    ]
  })
  const [start] = content.starts
  const starting: RowGroup[] = start
    ? [
        {
          heading: groupWords.start.heading,
          note: countWords(content.starts.length, start.count, groupWords.start.note),
          rows: content.starts.map((one): readonly Cell[] => [
            <StartClock start={one} now={now} />,
            <Wanted {...props} of={one.package} />,
            <Where of={one.package} areas={areas} />,
            <Hours of={one.package} minutes={one.minutes || weeklyMinutes(one.package.lines)} />,
            <>
              {one.step === null ? 'Placed' : `Placed at step ${one.step}`}
              <span class="m-under">{one.organisation}</span>
            </>,
            <StartNext {...props} start={one} of={one.package} />,
            <WhoHas {...props} of={one.package} />,
          ]),
        },
      ]
    : []
  return (
    <DataTable
      caption="Packages on the desk, discharges first in each group, then what is due or has waited longest"
      captionHidden
      columns={[
        { heading: 'Clock' },
        { heading: 'Package' },
        { heading: 'Where' },
        { heading: 'Hours a week', align: 'number' },
        { heading: 'Offer step' },
        { heading: 'Do next' },
        { heading: 'Broker' },
      ]}
      rows={[]}
      groups={[...groups, ...starting]}
    />
  )
}

interface OfPackage {
  readonly of: DeskPackage
}

function Wanted({ slug, of, now }: Pick<DeskTableProps, 'slug' | 'now'> & OfPackage) {
  return (
    <>
      <a href={packagePath(slug, of.reference)}>{of.reference}</a>{' '}
      {of.origin === 'hospital' && of.careEndsOn === null ? (
        <strong class="m-c-need">Hospital, day {number(hospitalDay(of.readyAt, now))}</strong>
      ) : null}
      <span class="m-under">{wantedWords(of.lines, of.needs)}</span>
    </>
  )
}

const Where = ({ of, areas }: OfPackage & { readonly areas: ReadonlyMap<string, string> }) => (
  <>
    {areas.get(of.area) ?? of.area}
    <span class="m-under">{of.district}</span>
  </>
)

const Hours = ({ of, minutes }: OfPackage & { readonly minutes: number }) => (
  <>
    <strong>{shortHours(minutes)}</strong>
    <span class="m-under">{daysCount(of.lines)}</span>
  </>
)

/** Whose package it is; one that nobody has can be taken on here. */
function WhoHas({ of, me, action, mayPlace }: Pick<DeskTableProps, 'me' | 'action' | 'mayPlace'> & OfPackage) {
  if (of.brokerId === me) return <>You</>
  if (of.brokerId !== null) return <>{of.broker ?? 'Somebody who has left'}</>
  return mayPlace ? <RowForm action={action} of={of} does="take" words="Take" /> : <>Nobody</>
}
