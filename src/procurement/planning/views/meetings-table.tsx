import { longDate } from '../../../core/ui/format.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import type { CommitteeDate } from '../committee-date.ts'
import { removeMeetingPath } from '../paths.ts'

export interface MeetingsTableProps {
  readonly meetings: readonly CommitteeDate[]
  /** How many there are, when these are the first of them. */
  readonly inAll: number
  /** Whose they are, where each can be taken away. */
  readonly removeFor?: string | undefined
}

/** Coming meetings with the days by which papers are in. */
export function MeetingsTable({ meetings, inAll, removeFor }: MeetingsTableProps) {
  const caption =
    inAll > meetings.length ? `The next ${meetings.length} of ${inAll} meetings to come` : 'Meetings to come'
  return (
    <DataTable
      caption={caption}
      stack={removeFor !== undefined}
      columns={[
        { heading: 'Committee' },
        { heading: 'Meets on' },
        { heading: 'Papers in by' },
        ...(removeFor === undefined ? [] : [{ heading: 'Remove' }]),
      ]}
      rows={meetings.map((meeting) => [
        meeting.committee,
        longDate(meeting.on),
        longDate(meeting.papersBy),
        ...(removeFor === undefined ? [] : [<Remove slug={removeFor} meeting={meeting} />]),
      ])}
    />
  )
}

function Remove({ slug, meeting: { committee, on } }: { readonly slug: string; readonly meeting: CommitteeDate }) {
  return (
    <form method="post" action={removeMeetingPath(slug)}>
      <input type="hidden" name="committee" value={committee} />
      <input type="hidden" name="on" value={on} />
      <button class="m-linklike" type="submit">
        Remove
        <span class="m-vh">
          {' '}
          the meeting of {committee} on {longDate(on)}
        </span>
      </button>
    </form>
  )
}
