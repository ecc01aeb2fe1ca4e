import type { Partnership } from '../../../core/auth/index.ts'
import { longDate } from '../../../core/ui/format.ts'
import { Button, Checkboxes, SummaryList } from '../../../core/ui/govuk/index.ts'
import { DataTable, PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { Id } from '../../../core/values/index.ts'
import type { NewLot } from '../../change.ts'
import type { ContractDetail } from '../../contract.ts'
import { priceText } from '../../rates/price-words.ts'
import { dayTypeWords, unitWords } from '../../register/contract-words.ts'
import { roles } from '../../standing.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { lastDayText, placeText } from '../change-words.ts'
import { answerNames, detailAnswers, type KeyNames } from '../contract-differences.ts'
import type { Award } from '../forms/draft.ts'
import { draftCheckPath, draftDetailsPath, draftPath } from '../paths.ts'
import { DefaultButton } from './default-button.tsx'
import { type DocumentChoice, DocumentFields } from './document-fields.tsx'
import { type FormState, WordsField } from './form-fields.tsx'
import { FormMistakes } from './form-mistakes.tsx'

export interface DraftCheckPageProps {
  readonly partnership: Partnership
  readonly reference: string
  readonly award: Award
  readonly keys: KeyNames
  readonly names: ReadonlyMap<Id, string>
  readonly documents: readonly DocumentChoice[]
  readonly mark: string
  readonly form: FormState
  /** Where a mistake is put right that is not on this page. */
  readonly elsewhere: ReadonlyMap<string, string>
}

/** A contract as it is to be awarded, whole, and the words with which it is. */
export function DraftCheckPage(props: DraftCheckPageProps) {
  const { partnership, reference, award, keys, names, documents, mark, form, elsewhere } = props
  const { slug } = partnership
  const answers = detailAnswers(award.detail, keys)
  const asked = (Object.keys(answerNames) as (keyof ContractDetail)[]).filter(
    (question) => answers[question] !== 'Nothing',
  )
  const { from, until } = award.term
  return (
    <ContractsPage
      partnership={partnership}
      title={`Check and award ${award.detail.title}`}
      breadcrumbs={[
        { content: `Draft ${reference}`, href: draftPath(slug, reference) },
        { content: 'Check and award' },
      ]}
      mistakes={form.mistakes.length > 0}
    >
      <FormMistakes title="It is not awarded yet" mistakes={form.mistakes} elsewhere={elsewhere} />
      <PageTitle heading={`Check and award “${award.detail.title}”`} note="Nothing holds before it is awarded." />
      <Section id="said" heading="What it says">
        <SummaryList
          rows={[
            {
              key: 'Days',
              value: `${longDate(from)} ${until ? `to ${lastDayText(until)}` : 'on, without an end'}`,
              actions: {
                items: [
                  {
                    href: draftDetailsPath(slug, reference),
                    content: 'Change',
                    visuallyHiddenText: 'days and details',
                  },
                ],
              },
            },
            ...award.options.map((option, at) => ({
              key: `Option ${at + 1}`,
              value: `${longDate(option.from)} to ${option.until ? lastDayText(option.until) : ''}${option.decideBy ? `, decided by ${longDate(option.decideBy)}` : ''}`,
            })),
            ...asked.map((question) => ({ key: answerNames[question], value: answers[question] })),
          ]}
        />
      </Section>
      <Section id="lots" heading={award.lots.length === 1 ? 'One lot' : `${award.lots.length} lots`}>
        <DataTable
          caption="Lots with their providers and prices"
          captionHidden
          stack
          columns={[
            { heading: 'Lot' },
            { heading: 'Areas' },
            { heading: 'Providers, in the order in which they are asked' },
            { heading: 'Prices' },
          ]}
          rows={award.lots.map((lot) => [
            [lot.number && `Lot ${lot.number}`, lot.name].filter(Boolean).join(', ') || 'The whole contract',
            lot.areas.map((code) => keys.get(code) ?? code).join(', ') || 'None',
            <Standings lot={lot} names={names} />,
            <Rates lot={lot} names={names} />,
          ])}
        />
      </Section>
      <Section id="award" heading="Award it">
        <form
          class="m-read"
          method="post"
          action={draftCheckPath(slug, reference)}
          enctype="multipart/form-data"
          novalidate
        >
          <DefaultButton />
          <input type="hidden" name="mark" value={mark} />
          <Checkboxes
            name="published"
            classes="govuk-checkboxes--small"
            // Ticked when the page opens; afterwards as it was sent.
            values={'reason' in form.typed ? (form.typed.published ?? []) : ['yes']}
            items={[{ value: 'yes', content: 'List it in the public contract summaries' }]}
          />
          <WordsField form={form} name="reason" label="Reason for the award" hint="How it was decided, and by whom." />
          <DocumentFields form={form} documents={documents} />
          <p class="govuk-form-group m-2">
            It is awarded at once when that is within the authority delegated to you; otherwise it waits for somebody
            who may approve it.
          </p>
          <div class="govuk-button-group">
            <Button name="do" value="award" preventDoubleClick>
              Award the contract
            </Button>
            <a class="govuk-link" href={draftPath(slug, reference)}>
              Back to the draft
            </a>
          </div>
        </form>
      </Section>
    </ContractsPage>
  )
}

/** By role, then by rank: as they are asked, whatever the order in which they were typed. */
const byTurn = (a: NewLot['standings'][number], b: NewLot['standings'][number]): number =>
  roles.indexOf(a.role) - roles.indexOf(b.role) ||
  (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER)

function Standings({ lot, names }: { readonly lot: NewLot; readonly names: ReadonlyMap<Id, string> }) {
  if (lot.standings.length === 0) return <>None</>
  return (
    <>
      {lot.standings.toSorted(byTurn).map(({ organisationId, role, rank }) => (
        <span class="m-under">
          {names.get(organisationId) ?? 'A provider'}: {placeText(role, rank).toLowerCase()}
        </span>
      ))}
    </>
  )
}

function Rates({ lot, names }: { readonly lot: NewLot; readonly names: ReadonlyMap<Id, string> }) {
  if (lot.rates.length === 0) return <>None</>
  return (
    <>
      {lot.rates.map(({ organisationId, pence, unit, dayType, visitMinutes }) => (
        <span class="m-under">
          {pence === null ? 'The national table’s' : priceText(pence)} {unitWords[unit]}
          {visitMinutes ? ` of ${visitMinutes} minutes` : ''}
          {dayTypeWords[dayType] && ` ${dayTypeWords[dayType]}`}
          {organisationId ? `, ${names.get(organisationId) ?? 'a provider'}` : ', every provider'}
        </span>
      ))}
      {lot.caps.map(({ pence, unit }) => (
        <span class="m-under">
          At most {priceText(pence)} {unitWords[unit]}
        </span>
      ))}
    </>
  )
}
