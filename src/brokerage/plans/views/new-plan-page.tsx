import type { Partnership } from '../../../core/auth/index.ts'
import { first } from '../../../core/forms/index.ts'
import {
  ChoiceField,
  DefaultButton,
  FormMistakes,
  type FormState,
  mistakeAt,
  TextField,
} from '../../../core/ui/form/index.ts'
import { number } from '../../../core/ui/format.ts'
import { Button, Details, Radios } from '../../../core/ui/govuk/index.ts'
import { EmptyState, PageTitle } from '../../../core/ui/parts/index.ts'
import { deskPath } from '../../paths.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { newPlanPath, plansPath } from '../paths.ts'
import { mostPlanned } from '../plan-asked.ts'
import type { WaitingCount } from '../queries/waiting-counts.ts'

export interface NewPlanPageProps {
  readonly partnership: Partnership
  readonly waiting: readonly WaitingCount[]
  readonly form: FormState
}

/** Fields that are seen only when they are asked for, or hold a mistake. */
const hidden = ['unmet', 'bypass', 'share', 'run', 'seed']

/** The form on which a plan is asked for. */
export function NewPlanPage({ partnership, waiting, form }: NewPlanPageProps) {
  const { slug } = partnership
  const count = waiting.reduce((sum, one) => sum + one.count, 0)
  const heading = 'Ask for a plan of the waiting list'
  return (
    <BrokeragePage
      partnership={partnership}
      of="plans"
      title={heading}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[{ content: 'Plans', href: plansPath(slug) }, { content: 'New' }]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle
        heading={heading}
        note={`${number(count)} ${count === 1 ? 'package waits' : 'packages wait'} while nobody is being asked. Those with offers out are left to their round.`}
      />
      {count === 0 ? (
        <EmptyState
          what="A plan says who could take everybody who waits."
          why="Nobody waits whom no provider is being asked about."
          link={{ text: 'Back to the desk', href: deskPath(slug) }}
        />
      ) : (
        <form method="post" action={newPlanPath(slug)} data-guard="" novalidate>
          <DefaultButton />
          {form.typed.follows?.[0] ? <input type="hidden" name="follows" value={first(form.typed, 'follows')} /> : null}
          <WhichFields form={form} waiting={waiting} />
          <Radios
            name="policy"
            legend={{ content: 'The order of the rules', classes: 'govuk-fieldset__legend--s' }}
            errorMessage={mistakeAt(form, 'policy')}
            value={first(form.typed, 'policy')}
            items={[
              {
                value: 'strict',
                content: 'Strict',
                hint: 'Nobody is passed over who still has room for the package.',
              },
              {
                value: 'priced',
                content: 'Weighed',
                hint: 'Somebody may be passed over where that places more hours or saves more than it counts for.',
              },
            ]}
          />
          <TextField
            form={form}
            name="undeclared"
            label="Hours counted of a provider that declared none"
            hint="A week, in all. With 0 the plan proposes nobody who has declared nothing."
            suffix="hours"
            width={3}
            inputmode="numeric"
          />
          <Details summary="What is weighed, and limits" open={hidden.some((name) => mistakeAt(form, name))}>
            <Weights form={form} />
          </Details>
          <div class="govuk-button-group m-spaced">
            <Button preventDoubleClick>Ask for the plan</Button>
            <a class="govuk-link" href={plansPath(slug)}>
              Cancel
            </a>
          </div>
        </form>
      )}
    </BrokeragePage>
  )
}

function WhichFields({ form, waiting }: Pick<NewPlanPageProps, 'form' | 'waiting'>) {
  const sums = (key: 'serviceType' | 'area', name: 'service' | 'areaName') =>
    [...Map.groupBy(waiting, (one) => one[key])].map(([value, some]) => ({
      value,
      text: `${some[0]?.[name] ?? value} (${number(some.reduce((sum, one) => sum + one.count, 0))})`,
    }))
  return (
    <>
      <ChoiceField
        form={form}
        name="service"
        label="Service"
        none="All services"
        choices={sums('serviceType', 'service')}
      />
      <ChoiceField
        form={form}
        name="area"
        label="Area"
        none="All areas"
        hint={`At most ${number(mostPlanned)} packages are planned at once, from hospital first, then those who wait longest.`}
        choices={sums('area', 'areaName')}
      />
    </>
  )
}

function Weights({ form }: Pick<NewPlanPageProps, 'form'>) {
  return (
    <>
      <TextField
        form={form}
        name="unmet"
        label="An hour left unmet counts"
        hint="Once for everybody, and once more each for hospital, a critical need, and a start that is past its day."
        prefix="£"
        width={5}
        inputmode="decimal"
      />
      <TextField
        form={form}
        name="bypass"
        label="Each place in the order that is passed over counts"
        hint="A week; only where the order is weighed."
        prefix="£"
        width={5}
        inputmode="decimal"
      />
      <TextField
        form={form}
        name="share"
        label="Largest share of an area’s hours for one provider"
        hint="Of what is given already and planned; blank for no limit."
        suffix="%"
        width={3}
        inputmode="numeric"
      />
      <TextField
        form={form}
        name="run"
        label="Smallest run in an area"
        hint="Hours a week, with what the provider gives there already; blank for no limit."
        suffix="hours"
        width={3}
        inputmode="numeric"
      />
      <TextField
        form={form}
        name="seed"
        label="Seed"
        hint="The same seed on the same waiting list gives the same plan."
        width={5}
        inputmode="numeric"
      />
    </>
  )
}
