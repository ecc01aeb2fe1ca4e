import { longDate } from '../../../core/ui/format.ts'
import { moment } from '../../../core/ui/moment.ts'
import { type IsoDate, isIsoDate } from '../../../core/values/index.ts'

export interface AsAtNoteProps {
  readonly on: IsoDate
  /** As asked for in the address: a day or an instant. */
  readonly known: string | undefined
  readonly today: IsoDate
  /** The same page as it is today. */
  readonly now: string
  /** Bars on the page mark the day. */
  readonly drawn?: boolean | undefined
}

/** Says which day a page shows, and as it was known when; with the way back to today. */
export function AsAtNote({ on, known, today, now, drawn }: AsAtNoteProps) {
  return (
    <>
      As at {longDate(on)}
      {known ? `, as it was known ${knownWords(known)}` : null}.
      {drawn ? ' The black line in each bar is that day.' : null}
      {on !== today || known ? (
        <>
          {' '}
          <a href={now}>As it is today</a>
        </>
      ) : null}
    </>
  )
}

function knownWords(known: string): string {
  if (isIsoDate(known)) return `at the end of ${longDate(known)}`
  const instant = new Date(known)
  return Number.isNaN(instant.getTime()) ? 'then' : `on ${moment(instant)}`
}
