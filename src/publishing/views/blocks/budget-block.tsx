import type { SourcedBudgetTable } from '../../../budgets/index.ts'
import { StackedBars } from '../../../core/ui/charts/index.ts'
import { number, percent, pounds, poundsShort } from '../../../core/ui/format.ts'
import { Section, SourceLine, type TableData } from '../../../core/ui/parts/index.ts'
import { figurePath, sourcePath, tablePath } from '../../paths.ts'

export interface BudgetBlockProps {
  readonly slug: string
  readonly tables: readonly SourcedBudgetTable[]
  /** How each table's sum is addressed as a figure; none where another table stands for that year. */
  readonly figureIds: ReadonlyMap<SourcedBudgetTable, string>
}

/** One table of money as bars with its table. */
export function BudgetChart({
  slug,
  table,
  tableOpen,
}: {
  slug: string
  table: SourcedBudgetTable
  tableOpen: boolean
}) {
  return (
    <>
      <StackedBars
        alternative={`Bars of ${captionOf(table).toLowerCase()}. The figures are in the table.`}
        parts={
          isSplit(table)
            ? [
                { name: 'In-house', tone: 'grey' },
                { name: 'Bought from providers', tone: 'supply' },
              ]
            : [{ name: wordFor(table), tone: 'supply' }]
        }
        rows={byTotal(table).map((line) => ({
          name: line.subject,
          values: (isSplit(table) ? [line.inHouse, line.purchased] : [line.total]).map((pence) =>
            pence === null ? null : pence / 100,
          ),
        }))}
        format={(total) => poundsShort(Math.round(total * 100))}
        table={budgetTable(table)}
        tableOpen={tableOpen}
      />
      <SourceLine
        source={{ text: `${table.source.title}${locusOf(table)}`, href: sourcePath(slug, table.source.key) }}
        csv={{ href: tablePath(slug, 'budgets', 'csv') }}
      />
    </>
  )
}

/** Each table of money that the documents print: in-house beside bought, with totals that add up. */
export function BudgetBlock({ slug, tables, figureIds }: BudgetBlockProps) {
  return (
    <>
      {tables.map((table, at) => (
        <Section id={`money-${at + 1}`} heading={budgetHeading(table)} intro={budgetIntro(table)}>
          <BudgetChart slug={slug} table={table} tableOpen />
          {figureIds.has(table) ? (
            <p class="m-small m-spaced">
              <a href={figurePath(slug, figureIds.get(table) ?? '')}>
                How the total of {pounds(table.totals.total)} is made
              </a>
            </p>
          ) : null}
        </Section>
      ))}
    </>
  )
}

const isSplit = (table: SourcedBudgetTable) => table.totals.inHouse !== null

const byTotal = (table: SourcedBudgetTable) => table.lines.toSorted((a, b) => (b.total ?? 0) - (a.total ?? 0))

const wordFor = ({ basis }: SourcedBudgetTable) =>
  ({ budget: 'Budget', spend: 'Spend', estimate: 'Estimated spend', expected: 'Expected spend' })[basis]

/** What a table of money says, as a sentence. */
export function budgetHeading(table: SourcedBudgetTable): string {
  const when = table.year ? `in ${table.year}` : 'in a year that is not printed'
  const share = table.totals.purchasedShare
  if (share === null) return `${poundsShort(table.totals.total)} for ${forWhat(table)}, ${when}`
  const part = Math.abs(share - 50) < 2 ? 'Half' : percent(share, 0)
  return `${part} of the money was spent with providers ${when}`
}

function forWhat({ kind, lines }: SourcedBudgetTable): string {
  const [only, ...others] = lines
  if (only && others.length === 0) return only.subject.charAt(0).toLowerCase() + only.subject.slice(1)
  return `${lines.length} ${kind === 'service' ? 'services' : 'care groups'}`
}

/** What kind of money it is and what to know of it. */
export function budgetIntro(table: SourcedBudgetTable): string {
  const notes = [...new Set(table.lines.flatMap((line) => (line.status === 'caution' && line.note ? [line.note] : [])))]
  const sum =
    table.kind === 'service' && table.lines.length > 1
      ? 'The sum is of the services listed; the document prints no total.'
      : ''
  return [`${captionOf(table)}, as the document prints it.`, sum, ...notes.slice(0, 2)].filter(Boolean).join(' ')
}

const captionOf = (table: SourcedBudgetTable): string =>
  `${wordFor(table)} by ${table.kind === 'service' ? 'service' : 'care group'}${table.year ? `, ${table.year}` : ''}`

function locusOf(table: SourcedBudgetTable): string {
  const loci = new Set(table.lines.map((line) => line.locus))
  const [first] = loci
  return loci.size === 1 && first ? `, ${first}` : ''
}

function budgetTable(table: SourcedBudgetTable): TableData {
  const split = isSplit(table)
  const money = (pence: number | null) => (pence === null ? null : number(pence / 100))
  const amounts = split ? ['In-house', 'Bought', 'Total'] : ['Total']
  return {
    caption: captionOf(table),
    columns: [
      { heading: table.kind === 'service' ? 'Service' : 'Care group' },
      ...amounts.map((heading) => ({ heading, unit: '£', align: 'number' as const })),
      ...(split ? [{ heading: 'Share bought', unit: '%', align: 'number' as const }] : []),
    ],
    rows: byTotal(table).map((line) => [
      line.subject,
      ...(split ? [money(line.inHouse), money(line.purchased), money(line.total)] : [money(line.total)]),
      ...(split ? [line.purchasedShare === null ? null : number(line.purchasedShare, 1)] : []),
    ]),
    footer: [
      'Sum of the lines',
      ...(split ? [money(table.totals.inHouse), money(table.totals.purchased)] : []),
      money(table.totals.total),
      ...(split ? [table.totals.purchasedShare === null ? null : number(table.totals.purchasedShare, 1)] : []),
    ],
    missing: 'the amount is lost from the document',
  }
}
