import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, EmptyState, PageTitle } from '../../../core/ui/parts/index.ts'
import { type FormState, TextField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import { lineWords, priceText } from '../../rates/price-words.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { priceField } from '../new-prices.ts'
import { upliftPath, upliftPricesPath, upliftsPath } from '../paths.ts'
import type { PricedLine } from '../priced-line.ts'
import type { UpliftRound } from '../round.ts'
import { LineName } from './line-name.tsx'

export interface NewPricesPageProps {
  readonly partnership: Partnership
  readonly round: UpliftRound
  readonly lines: readonly PricedLine[]
  readonly form: FormState
}

/** The form in which new prices are typed, one by one, beside those that stand. */
export function NewPricesPage({ partnership, round, lines, form }: NewPricesPageProps) {
  const { slug } = partnership
  const { reference } = round
  const heading = `New prices from ${longDate(round.from)}`
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      of="uplifts"
      breadcrumbs={[
        { content: 'Uplifts', href: upliftsPath(slug) },
        { content: reference, href: upliftPath(slug, reference) },
        { content: 'New prices' },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={heading} note={`${round.title}. A price that is left empty stays as it is.`} />
      {lines.length === 0 ? (
        <EmptyState
          what="The prices of the round stand here."
          why="Its contract has no price list that goes on after that day."
          link={{ text: 'Back to the round', href: upliftPath(slug, reference) }}
        />
      ) : (
        <form method="post" action={upliftPricesPath(slug, reference)} novalidate>
          <input type="hidden" name="version" value={String(round.version)} />
          <DataTable
            caption="Prices as they stand, and new"
            captionHidden
            missing="no price on that day"
            columns={[{ heading: 'Price' }, { heading: 'Now', align: 'number' }, { heading: 'New', unit: '£' }]}
            rows={lines.map((line) => {
              const { contract, lot, organisation, rates } = line
              const now = rates.find(({ from, until }) => from <= round.from && (until === null || round.from < until))
              const whose = organisation ?? 'every provider'
              return [
                <LineName
                  slug={slug}
                  reference={contract.reference}
                  lotNumber={lot.number}
                  line={line}
                  organisation={organisation}
                />,
                now ? priceText(now.pence) : null,
                now && line.basis !== 'national' ? (
                  <TextField
                    form={form}
                    name={priceField(line.id)}
                    label={`New price of ${whose}, ${lineWords(line)}, in pounds`}
                    labelHidden
                    inputmode="decimal"
                    width={5}
                  />
                ) : (
                  <small>
                    {line.basis === 'national' ? 'Follows the national table' : 'Set a first price on the price list'}
                  </small>
                ),
              ]
            })}
          />
          <Button>Work it out</Button>
        </form>
      )}
    </ContractsPage>
  )
}
