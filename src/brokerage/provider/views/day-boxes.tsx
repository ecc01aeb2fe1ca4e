import { classNames, ErrorMessage } from '../../../core/ui/govuk/index.ts'
import { weekdayWords } from '../../requests/care-words.ts'
import type { Weekday } from '../../visit-line.ts'

export interface DayBoxesProps {
  readonly legend: string
  readonly name: string
  /** The id of the first box, for links from the errors; those of the others follow from it. */
  readonly id: string
  readonly days: readonly Weekday[]
  readonly asValue: (day: Weekday) => string
  readonly ticked: readonly string[]
  readonly mistake?: string | undefined
}

/** Days of a week, one box each, in a row. */
export function DayBoxes({ legend, name, id, days, asValue, ticked, mistake }: DayBoxesProps) {
  return (
    <div class={classNames('govuk-form-group', mistake && 'govuk-form-group--error')}>
      <fieldset class="govuk-fieldset" aria-describedby={mistake ? `${id}-error` : undefined}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
        {mistake ? <ErrorMessage id={`${id}-error`}>{mistake}</ErrorMessage> : null}
        <div class="m-days">
          {days.map((day, at) => (
            <label>
              <input
                type="checkbox"
                id={at === 0 ? id : `${id}-${day}`}
                name={name}
                value={asValue(day)}
                checked={ticked.includes(asValue(day))}
              />
              <span aria-hidden="true">{weekdayWords[day].slice(0, 3)}</span>
              <span class="m-vh">{weekdayWords[day]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
