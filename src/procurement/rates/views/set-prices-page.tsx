import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { DataTable, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { lotText } from '../../changes/change-words.ts'
import type { Difference } from '../../changes/contract-differences.ts'
import type { ChangeRow } from '../../changes/queries/changes.ts'
import type { Choice } from '../../changes/queries/choices.ts'
import { ChangesMade } from '../../changes/views/changes-made.tsx'
import { ContractBar } from '../../changes/views/contract-bar.tsx'
import { type DocumentChoice, DocumentFields } from '../../changes/views/document-fields.tsx'
import { DateField, type FormState, TextField, WordsField } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import { CapTable, PriceTable } from '../../changes/views/price-table.tsx'
import type { Contract, Lot } from '../../contract.ts'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { newPriceField } from '../forms.ts'
import { pricesPath, setPricesPath } from '../paths.ts'
import type { PriceRow } from '../price-row.ts'
import { lineWords, priceText } from '../price-words.ts'

/** What a colleague changed while the form was open. */
export interface ChangedMeanwhile {
  readonly baseVersion: number
  readonly since: readonly ChangeRow[]
  readonly differences: readonly Difference[]
}

export interface SetPricesPageProps {
  readonly partnership: Partnership
  readonly contract: Contract
  readonly lot: Lot
  readonly rows: readonly PriceRow[]
  readonly providers: readonly Choice[]
  readonly documents: readonly DocumentChoice[]
  readonly form: FormState
  readonly meanwhile: ChangedMeanwhile | undefined
}

/** The form in which prices and caps of a lot are set from a day on. */
export function SetPricesPage(props: SetPricesPageProps) {
  const { partnership, contract, lot, rows, providers, documents, form, meanwhile } = props
  const { slug } = partnership
  const { reference } = contract
  const heading = meanwhile ? `${reference} was changed while you wrote` : `Set prices: ${lotText(lot)}`
  return (
    <ContractsPage
      partnership={partnership}
      title={heading}
      breadcrumbs={[
        { content: reference, href: contractPath(slug, reference) },
        { content: 'Prices', href: pricesPath(slug, reference, { lot: lot.number }) },
        { content: 'Set prices' },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={heading}
        note={
          meanwhile
            ? 'Nothing of yours is applied yet, and nothing is lost: what you typed stands below.'
            : 'A price holds from its first day until another takes its place. One that is left empty stays as it is.'
        }
      />
      <ContractBar contract={contract} />
      {meanwhile ? <Meanwhile slug={slug} contract={contract} meanwhile={meanwhile} /> : null}
      <form method="post" action={setPricesPath(slug, reference, lot.number)} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="base" value={String(contract.version)} />
        {rows.length > 0 ? <Standing rows={rows} form={form} /> : null}
        <Section id="more" heading={rows.length > 0 ? 'More prices' : 'First prices'}>
          <PriceTable form={form} providers={providers} national={contract.detail.nationalFramework !== null} />
        </Section>
        {lot.capped ? (
          <Section id="caps" heading="Caps" intro="A cap that you change holds from the same day.">
            <CapTable form={form} />
          </Section>
        ) : null}
        <Section id="when" heading="From when, and why">
          <div class="m-read">
            <DateField form={form} name="from" label="First day of the new prices" hint="For example, 1 4 2027" />
            <WordsField form={form} name="reason" label="Reason" hint="Who decided, when, and on what." />
            <DocumentFields form={form} documents={documents} />
          </div>
        </Section>
        <Button preventDoubleClick>{meanwhile ? `Set them on version ${contract.version}` : 'Set the prices'}</Button>
      </form>
    </ContractsPage>
  )
}

function Standing({ rows, form }: { readonly rows: readonly PriceRow[]; readonly form: FormState }) {
  return (
    <DataTable
      caption="Prices that stand"
      missing="no price today"
      columns={[
        { heading: 'Whose' },
        { heading: 'For' },
        { heading: 'Now', align: 'number' },
        { heading: 'Cap', align: 'number' },
        { heading: 'New', unit: '£' },
      ]}
      rows={rows.map(({ line, organisation, rate, next, cap }) => [
        organisation ?? 'Every provider of the lot',
        lineWords(line),
        rate ? (
          <>
            {priceText(rate.pence)}
            {next ? <small class="m-under">{`${priceText(next.pence)} from ${longDate(next.from)}`}</small> : null}
          </>
        ) : null,
        cap === null ? '–' : priceText(cap),
        line.basis === 'national' ? (
          <small>Follows the national table</small>
        ) : (
          <TextField
            form={form}
            name={newPriceField(line.id)}
            label={`New price of ${organisation ?? 'every provider'}, ${lineWords(line)}, in pounds`}
            labelHidden
            inputmode="decimal"
            width={5}
          />
        ),
      ])}
    />
  )
}

function Meanwhile({
  slug,
  contract,
  meanwhile: { baseVersion, since, differences },
}: {
  readonly slug: string
  readonly contract: Contract
  readonly meanwhile: ChangedMeanwhile
}) {
  return (
    <Section id="meanwhile" heading={`You opened version ${baseVersion}; it is now version ${contract.version}`}>
      <ChangesMade slug={slug} changes={since} contract={contract} />
      {differences.length > 0 ? (
        <DataTable
          caption="What the two versions say differently"
          stack
          columns={[
            { heading: 'What' },
            { heading: `Version ${baseVersion}, which you opened` },
            { heading: `Version ${contract.version}, as it stands now` },
          ]}
          rows={differences.map(({ what, before, after }) => [what, before, after])}
        />
      ) : (
        <p>They say the same of its words, days, providers and prices.</p>
      )}
    </Section>
  )
}
