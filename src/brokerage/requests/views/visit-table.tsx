import { type FormState, mistakeAt } from '../../../core/ui/form/index.ts'
import { classNames, ErrorMessage, Input, Select } from '../../../core/ui/govuk/index.ts'
import { DataTable } from '../../../core/ui/parts/index.ts'
import { bands } from '../../visit-line.ts'
import { bandWords, weekdayWords } from '../care-words.ts'
import { dayLetters, type VisitRow, visitRows } from '../visit-rows.ts'

interface VisitTableProps {
  readonly form: FormState
  /** Which of the form's services it is about, from 1. */
  readonly service: number
}

/** The visits of a week, a row for each part of the day: minutes left empty are no visit. */
export function VisitTable({ form, service }: VisitTableProps) {
  const rows = visitRows(form.typed, service)
  return (
    <>
      <input type="hidden" name={`s${service}-rows`} value={String(rows.length)} />
      <input type="hidden" name={`s${service}-sent`} value={String(rows.length)} />
      <DataTable
        caption="Visits of a week. Leave the minutes empty where no visit is wanted."
        stack
        columns={[{ heading: 'Part of the day' }, { heading: 'Minutes' }, { heading: 'Carers' }, { heading: 'Days' }]}
        rows={rows.map((row) => [
          <BandCell form={form} row={row} />,
          <MinutesCell form={form} row={row} />,
          <CarersCell row={row} />,
          <DayBoxes form={form} row={row} />,
        ])}
      />
    </>
  )
}

interface CellProps {
  readonly form: FormState
  readonly row: VisitRow
}

const rowWords = ({ band, fixed }: VisitRow): string =>
  fixed && band !== '' ? `${bandWords[band]} visit` : 'Another visit'

const hidden = (content: string) => ({ content, classes: 'govuk-visually-hidden' })

function BandCell({ form, row }: CellProps) {
  if (row.fixed && row.band !== '') return <>{bandWords[row.band]}</>
  const name = `${row.prefix}-band`
  return (
    <Select
      name={name}
      label={hidden('Another visit: part of the day')}
      value={row.band}
      errorMessage={mistakeAt(form, name)}
      items={[{ value: '', text: 'Another visit' }, ...bands.map((value) => ({ value, text: bandWords[value] }))]}
    />
  )
}

function MinutesCell({ form, row }: CellProps) {
  const name = `${row.prefix}-minutes`
  return (
    <Input
      name={name}
      label={hidden(`${rowWords(row)}: minutes`)}
      value={row.minutes}
      errorMessage={mistakeAt(form, name)}
      classes="govuk-input--width-4"
      inputmode="numeric"
      autocomplete="off"
    />
  )
}

function CarersCell({ row }: Pick<CellProps, 'row'>) {
  return (
    <Select
      name={`${row.prefix}-carers`}
      label={hidden(`${rowWords(row)}: carers`)}
      value={row.carers}
      items={[
        { value: '1', text: 'One' },
        { value: '2', text: 'Two' },
      ]}
    />
  )
}

/** The days of a visit, one box each. */
function DayBoxes({ form, row }: CellProps) {
  const name = `${row.prefix}-days`
  const mistake = mistakeAt(form, name)
  return (
    <fieldset
      class={classNames('govuk-fieldset', mistake && 'govuk-form-group--error')}
      aria-describedby={mistake ? `${name}-error` : undefined}
    >
      <legend class="m-vh">{rowWords(row)}: days</legend>
      {mistake ? <ErrorMessage id={`${name}-error`}>{mistake}</ErrorMessage> : null}
      <div class="m-days">
        {dayLetters.map(([day, short], index) => (
          <label>
            <input
              type="checkbox"
              id={index === 0 ? name : `${name}-${day}`}
              name={name}
              value={String(day)}
              checked={row.days.includes(String(day))}
            />
            <span aria-hidden="true">{short}</span>
            <span class="m-vh">{weekdayWords[day]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
