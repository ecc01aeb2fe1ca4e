import { number } from '../../../core/ui/format.ts'
import { DataTable, Finding, Section } from '../../../core/ui/parts/index.ts'
import { type UnmetFigure, type UnmetMonth, unmetWords } from '../../../market/index.ts'
import { figurePath, tablePath } from '../../paths.ts'
import { hoursText, waitedHeading, waitedWords } from '../waited-words.ts'

/** Who waited for one service in one area, why, and for what, in the last months. */
export function WhoWaited({ slug, months }: { slug: string; months: readonly UnmetMonth[] }) {
  const [latest] = months
  if (!latest) return null
  return (
    <Section
      id="waited"
      heading="Who waited for it"
      intro="People who were assessed and ready and had not all of their care, each counted once in a month."
    >
      {months.map((month) => (
        <OneMonth slug={slug} month={month} />
      ))}
      <p class="m-t__note">
        Numbers below the limit, and others that would give them away, are left out.{' '}
        <a href={tablePath(slug, 'unmet-need', 'csv')}>All months as CSV</a>
      </p>
    </Section>
  )
}

function OneMonth({ slug, month }: { slug: string; month: UnmetMonth }) {
  const { people, reasons, parts } = month
  const rows = [...reasons, ...parts]
  return (
    <section class="m-theme">
      <Finding level={3}>{waitedHeading(month)}</Finding>
      <p class="m-read">
        {waitedWords(month).join(' ')}{' '}
        {people.value === null ? null : <a href={figurePath(slug, people.id)}>Where this number comes from</a>}
      </p>
      {rows.length > 0 ? (
        <DataTable
          caption={waitedHeading(month)}
          captionHidden
          columns={[
            { heading: 'Of them' },
            { heading: 'People', align: 'number' },
            { heading: 'Hours a week', align: 'number' },
          ]}
          rows={rows.map((figure) => [wordsOf(figure), number(figure.value ?? 0), hoursText(figure.hours)])}
        />
      ) : null}
    </section>
  )
}

const wordsOf = (figure: UnmetFigure): string => `${figure.reason ? 'Why' : 'Missing'}: ${unmetWords(figure)}`
