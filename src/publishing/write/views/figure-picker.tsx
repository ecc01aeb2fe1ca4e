import { number } from '../../../core/ui/format.ts'
import { Button, Input, Select } from '../../../core/ui/govuk/index.ts'
import { DataTable, Finding } from '../../../core/ui/parts/index.ts'
import { findingOf } from '../../figure-finding.ts'
import type { PublishedFigure } from '../../figure-row.ts'
import { basisText, periodText, unitText, valueText } from '../../figure-words.ts'
import { figurePath } from '../../paths.ts'
import { sections } from '../../section.ts'
import type { FigureSearch, FiguresFound } from '../figure-search.ts'
import { actionText, type FormAction, type Place } from '../form-action.ts'
import { fieldsOf } from '../form-fields.ts'
import { CarriedFields } from './carried-fields.tsx'
import { Tool } from './tool.tsx'
import type { Writing } from './writing.ts'

export interface FigurePickerProps {
  readonly writing: Writing
  readonly place: Place
  readonly search: FigureSearch
  readonly found: FiguresFound
  readonly areas: readonly { readonly code: string; readonly name: string }[]
}

/** The figures of the statement to choose one from; everything written is carried along. */
export function FigurePicker({ writing, place, search, found, areas }: FigurePickerProps) {
  const { form, slug } = writing
  const look = (page: number): FormAction => ({ do: 'look', page, place })
  return (
    <>
      <CarriedFields fields={fieldsOf(form)} />
      <Finding level={2}>Choose a figure</Finding>
      <p class="m-2">It is shown as it stands on the day it is read; an edition keeps it as it was then.</p>
      <div class="m-filter">
        <div class="m-filter__fields">
          <Input
            name="q"
            label="Words"
            type="search"
            value={search.words}
            attributes={writing.focus === 'q' ? { 'data-focus': '' } : undefined}
          />
          <Select
            name="q-section"
            label="Section"
            items={[
              { value: '', text: 'All sections' },
              ...sections.map((one) => ({ value: one.slug, text: one.title })),
            ]}
            value={search.section ?? ''}
          />
          <Select
            name="q-area"
            label="Area"
            items={[{ value: '', text: 'All areas' }, ...areas.map((one) => ({ value: one.code, text: one.name }))]}
            value={search.area ?? ''}
          />
          <Input
            name="q-year"
            label="Year"
            inputmode="numeric"
            value={search.year ? String(search.year) : ''}
            classes="govuk-input--width-4"
          />
          <Button
            classes="govuk-button--secondary"
            name="do"
            value={actionText(look(1))}
            attributes={{ formaction: '#q' }}
          >
            Search
          </Button>
        </div>
        <div class="m-filter__said">
          <p data-announce>{foundInWords(found)}</p>
          <Tool writing={writing} does={{ do: 'close' }}>
            Back without a figure
          </Tool>
        </div>
      </div>
      {found.total > 0 ? (
        <DataTable
          caption="Figures to choose from"
          captionHidden
          columns={[
            { heading: 'Figure' },
            { heading: 'Value', align: 'number' },
            { heading: 'Period' },
            { heading: 'Source' },
            { heading: 'Place it' },
          ]}
          missing="no number: it is lost from the document, or the document prints only the direction"
          rows={found.figures.map((figure) => [
            <a href={figurePath(slug, figure.id)}>{findingOf(figure)}</a>,
            figure.value === null && !figure.suppressed ? null : <Value figure={figure} />,
            figure.period ? periodText(figure.period) : 'not printed',
            figure.sources[0]?.title ?? 'not named',
            <Tool writing={writing} does={{ do: 'choose', place, figure: figure.id }} which={`: ${findingOf(figure)}`}>
              Choose
            </Tool>,
          ])}
        />
      ) : null}
      {found.pages > 1 ? (
        <p class="m-pages">
          {found.page > 1 ? (
            <Tool writing={writing} does={look(found.page - 1)}>
              Page before
            </Tool>
          ) : null}
          <span>
            Page {found.page} of {found.pages}
          </span>
          {found.page < found.pages ? (
            <Tool writing={writing} does={look(found.page + 1)}>
              Next page
            </Tool>
          ) : null}
        </p>
      ) : null}
    </>
  )
}

function Value({ figure }: { readonly figure: PublishedFigure }) {
  const unit = unitText(figure)
  return (
    <span>
      {basisText(figure)} <strong>{valueText(figure)}</strong>
      {unit ? <small class="m-under">{unit}</small> : null}
    </span>
  )
}

const foundInWords = ({ total, page, pages }: FiguresFound): string => {
  if (total === 0) return 'No figure has all of that. Try fewer words, or another area or year.'
  const count = total === 1 ? 'One figure' : `${number(total)} figures`
  return pages > 1 ? `${count}; page ${page} of ${pages}` : count
}
