import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, pounds } from '../../../core/ui/format.ts'
import { Button, SummaryList } from '../../../core/ui/govuk/index.ts'
import { PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { addDays, type Id, type IsoDate } from '../../../core/values/index.ts'
import { ChoiceField, DateField, type FormState } from '../../changes/views/form-fields.tsx'
import { FormMistakes } from '../../changes/views/form-mistakes.tsx'
import { contractPath } from '../../register/paths.ts'
import { ContractsPage } from '../../views/contracts-page.tsx'
import { spotPath, spotPurchasePath } from '../paths.ts'
import { moveState, type SpotPurchase } from '../purchase.ts'
import type { NamedContract } from '../queries/named-contracts.ts'
import { moveWords } from '../shown-purchases.ts'
import { SpotDone } from './spot-page.tsx'

export interface SpotPurchasePageProps {
  readonly partnership: Partnership
  readonly purchase: SpotPurchase
  readonly named: {
    readonly provider: string
    readonly service: string
    readonly area: string
    readonly careGroup: string | null
  }
  readonly contracts: ReadonlyMap<Id, NamedContract>
  readonly on: IsoDate
  readonly form: FormState
  /** Somebody changed it since the form was opened: shown is how it stands now, and kept what was typed. */
  readonly overtaken: boolean
  readonly mayWrite: boolean
  readonly done: string | undefined
}

/** One purchase: what is bought for whom, and how far it has come on its way to a contract. */
export function SpotPurchasePage(props: SpotPurchasePageProps) {
  const { partnership, purchase, named, form, overtaken, mayWrite, done } = props
  const { slug } = partnership
  return (
    <ContractsPage
      partnership={partnership}
      of="spot"
      title={`Spot purchase ${purchase.reference}`}
      mistakes={form.mistakes.length > 0 || overtaken}
      breadcrumbs={[{ content: 'Spot', href: spotPath(slug) }, { content: purchase.reference }]}
    >
      <SpotDone done={done} />
      <FormMistakes mistakes={overtaken ? [{ field: 'move', sentence: overtakenWords }] : form.mistakes} />
      <PageTitle heading={`${named.service} from ${named.provider}`} note={`Spot purchase ${purchase.reference}`} />
      <div class="m-cols m-cols--2">
        <Section id="facts" heading={`${pounds(purchase.weeklyPence)} a week`}>
          <SummaryList
            rows={factsOf(props).map(([key, value]) => ({ key: { content: key }, value: { content: value } }))}
          />
        </Section>
        {mayWrite ? <MoveForm {...props} /> : null}
      </div>
    </ContractsPage>
  )
}

const overtakenWords =
  'Somebody changed this purchase while you typed. How it stands now is on the left: look, and save again.'

function factsOf({ partnership: { slug }, purchase, named, contracts, on }: SpotPurchasePageProps) {
  const link = (id: Id | null, none: string) => {
    const contract = id === null ? undefined : contracts.get(id)
    return contract ? <a href={contractPath(slug, contract.reference)}>{contract.title}</a> : none
  }
  const day = (date: IsoDate | null, none: string) => (date === null ? none : longDate(date))
  const { weeklyMinutes } = purchase
  return [
    ['Person', purchase.person],
    ['Area', `${named.area}${purchase.outOfArea ? ', out of the partnership’s area' : ''}`],
    ['Care group', named.careGroup ?? 'Not said'],
    ['Since', longDate(purchase.from)],
    ['Last day', purchase.until === null ? 'No end is set' : longDate(addDays(purchase.until, -1))],
    ['Hours a week', weeklyMinutes === null ? 'Not said' : hoursWords(weeklyMinutes)],
    ['Contract that should have met it', link(purchase.insteadOf, 'None covers it')],
    ['Why', purchase.reason || 'Not said'],
    ['Moves to', link(purchase.movesTo, 'Nothing')],
    ['Care reviewed', day(purchase.reviewedOn, 'Not yet')],
    ['Moved', day(purchase.movedOn, moveWords[moveState(purchase, on)])],
  ] as const
}

const hoursWords = (minutes: number) =>
  minutes % 60 === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)} hours ${minutes % 60} minutes`

function MoveForm({ partnership: { slug }, purchase, contracts, form }: SpotPurchasePageProps) {
  const choices = [...contracts.values()].map(({ id, reference, title }) => ({
    value: id,
    text: `${title} (${reference})`,
  }))
  return (
    <Section id="move" heading="What became of it">
      <form method="post" action={spotPurchasePath(slug, purchase.id)} novalidate>
        <input type="hidden" name="version" value={form.typed.version?.[0] ?? String(purchase.version)} />
        <ChoiceField form={form} name="movesTo" label="Moves to the contract" none="None" choices={choices} />
        <DateField
          form={form}
          name="reviewed"
          label="Day on which the person’s care was reviewed"
          hint="For example, 31 10 2026"
        />
        <DateField
          form={form}
          name="moved"
          label="Day on which it moved"
          hint="From then on the contract pays for it."
        />
        <DateField form={form} name="until" label="Last day" hint="Where it ends, or ended, without moving." />
        <Button preventDoubleClick>Save</Button>
      </form>
    </Section>
  )
}
