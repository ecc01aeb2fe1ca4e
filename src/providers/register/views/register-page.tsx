import type { Partnership } from '../../../core/auth/index.ts'
import { importsPath } from '../../../core/importing/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Button, ErrorSummary, NotificationBanner, Select } from '../../../core/ui/govuk/index.ts'
import {
  DataTable,
  EmptyState,
  FilterPanel,
  PageTitle,
  Section,
  Tally,
  type TallyItem,
} from '../../../core/ui/parts/index.ts'
import { londonDate } from '../../../core/values/index.ts'
import { gradeWords } from '../grade-words.ts'
import { registerPath } from '../paths.ts'
import type { RegisterComparison } from '../queries/compare.ts'
import type { RegisterContent } from '../queries/register-page.ts'
import { regulatorNames } from '../register-words.ts'
import { regulatorOf } from '../regulator-of.ts'
import { ChangeTables } from './change-tables.tsx'
import { RegisterFrame } from './register-frame.tsx'
import { RegisterTrend } from './register-trend.tsx'
import { fieldIds, type SuccessionMistake, SuccessionPart, type SuccessionTyped } from './succession-part.tsx'

export interface RegisterPageProps extends RegisterContent {
  readonly partnership: Partnership
  readonly typed: SuccessionTyped
  readonly mistakes: readonly SuccessionMistake[]
  /** What just happened. */
  readonly notice: string | undefined
}

/** What changed on the register of services between two days, the trend over all of them, and which services go on under another number. */
export function RegisterPage(props: RegisterPageProps) {
  const { partnership, trend, comparison, files, successions, types, scales, typed, mistakes, notice } = props
  const { slug, title } = partnership
  const regulator = regulatorOf(partnership.nation)
  const heading = headingOf(title, trend.days.length, comparison)
  return (
    <RegisterFrame partnership={partnership} title={heading} mistakes={mistakes.length > 0}>
      {notice ? <NotificationBanner type="success" text={notice} /> : null}
      {mistakes.length > 0 ? (
        <ErrorSummary
          title="There is a problem"
          errorList={mistakes.map(({ field, sentence }) => ({ content: sentence, href: `#${fieldIds[field]}` }))}
        />
      ) : null}
      <PageTitle
        heading={heading}
        note={`Adult services in ${title} that are active on the register of the ${regulatorNames[regulator]}, matched by number.`}
        actions={
          trend.days.length > 0 ? (
            <Button href={importsPath(slug)} classes="govuk-button--secondary">
              Import a register
            </Button>
          ) : undefined
        }
      />
      {trend.days.length === 0 ? (
        <EmptyState
          what="What is new, gone, regraded and resized on the regulator’s register stands here."
          why={`No register of ${title} has been imported yet.`}
          link={{ text: 'Import a register', href: importsPath(slug) }}
        />
      ) : (
        <>
          {comparison ? (
            <Compared {...props} comparison={comparison} />
          ) : (
            <EmptyState
              what="What changes from one register to the next stands here."
              why={`Only the register of ${longDate(trend.days[0] ?? '')} is known.`}
              link={{ text: 'Import another day’s register', href: importsPath(slug) }}
            />
          )}
          {comparison ? (
            <ChangeTables slug={slug} comparison={comparison} grade={gradeWords(scales, regulator)} />
          ) : null}
          <RegisterTrend area={title} trend={trend} types={types} />
          <SuccessionPart
            slug={slug}
            regulator={regulator}
            successions={successions}
            typed={typed}
            mistakes={mistakes}
          />
          <Files files={files} />
        </>
      )}
    </RegisterFrame>
  )
}

function headingOf(title: string, days: number, comparison: RegisterComparison | undefined): string {
  if (days === 0) return `No register of ${title} is known yet`
  if (!comparison) return `One register of ${title} is known`
  const { new: fresh, gone, from, to } = comparison
  return `${number(fresh)} new and ${number(gone)} gone between ${longDate(from)} and ${longDate(to)}`
}

function Compared({ partnership, trend, comparison }: RegisterPageProps & { readonly comparison: RegisterComparison }) {
  const { from, to, matched, leftOut } = comparison
  const days = trend.days.map((day) => ({ value: day, text: longDate(day) })).reverse()
  return (
    <>
      <Tally label="Changes in figures" items={tallyOf(comparison)} />
      <FilterPanel
        label="Choose the two days"
        action={registerPath(partnership.slug)}
        button="Compare"
        result={`${number(matched)} ${matched === 1 ? 'service is' : 'services are'} on both days`}
      >
        <Select id="from" name="from" label="From" items={days} value={from} />
        <Select id="to" name="to" label="To" items={days} value={to} />
      </FilterPanel>
      {leftOut.length > 0 ? (
        <p>Left out, because only one of the two days has a register of it: {leftOut.join(', ')}.</p>
      ) : null}
    </>
  )
}

const tallyOf = (comparison: RegisterComparison): TallyItem[] => [
  { value: number(comparison.new), what: 'new', href: '#new' },
  { value: number(comparison.gone), what: 'gone', href: '#gone' },
  { value: number(comparison.lowestGradeDown), what: 'lowest grades down', href: '#regraded' },
  { value: number(comparison.lowestGradeUp), what: 'lowest grades up', href: '#regraded' },
  { value: number(comparison.placesGained), what: 'places gained', href: '#resized' },
  { value: number(comparison.placesLost), what: 'places lost', href: '#resized' },
]

function Files({ files }: Pick<RegisterContent, 'files'>) {
  return (
    <Section
      id="files"
      heading={files.length === 1 ? 'One file was imported' : `${number(files.length)} files were imported`}
    >
      <DataTable
        caption="Files of registers, the latest day first"
        captionHidden
        columns={[
          { heading: 'Register as at' },
          { heading: 'File' },
          { heading: 'Services in it', align: 'number' },
          { heading: 'Imported' },
          { heading: 'What it is' },
        ]}
        rows={files.map(({ asOf, name, rows, importedAt, demonstration }) => [
          longDate(asOf),
          name,
          number(rows),
          longDate(londonDate(importedAt)),
          demonstration ? 'Invented for the demonstration' : 'As published by the regulator',
        ])}
      />
    </Section>
  )
}
