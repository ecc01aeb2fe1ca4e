import type { Partnership } from '../../../core/auth/index.ts'
import {
  ChoiceField,
  DateField,
  FormMistakes,
  type FormState,
  mistakeAt,
  TextField,
} from '../../../core/ui/form/index.ts'
import { Button, Details, Radios } from '../../../core/ui/govuk/index.ts'
import { PageTitle } from '../../../core/ui/parts/index.ts'
import type { Closable } from '../forms.ts'
import { newDrillPath } from '../paths.ts'
import { DrillFrame } from './drill-frame.tsx'

export interface NewDrillPageProps {
  readonly partnership: Partnership
  readonly closables: readonly Closable[]
  readonly form: FormState
}

/** The form on which one says what closes, and when. */
export function NewDrillPage({ partnership, closables, form }: NewDrillPageProps) {
  const title = 'Try out a closing'
  return (
    <DrillFrame
      partnership={partnership}
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[{ content: title }]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={title} note="Nothing is changed and nobody is told." />
      <form method="post" action={newDrillPath(partnership.slug)} novalidate>
        <ChoiceField
          form={form}
          name="what"
          label="What closes"
          hint="A provider with all that it gives here, one service of it, or one home of the register"
          none="Choose a provider or a home"
          choices={closables}
        />
        <DateField form={form} name="closes" label="Day on which it closes" hint="The first day without it" />
        <Radios
          name="others"
          legend={{ content: 'People whose own provider goes on', classes: 'govuk-fieldset__legend--s' }}
          value={form.typed['others']?.[0]}
          errorMessage={mistakeAt(form, 'others')}
          items={[
            { value: 'locked', content: 'Stay where they are' },
            {
              value: 'may-move',
              content: 'May be given another provider, where that makes room',
              hint: 'Only where somebody has nobody to go to. Each of them has to agree, and is never left without care',
            },
          ]}
        />
        <Details
          summary="Homes: who lives there, and how full others are"
          open={['residents', 'full'].some((name) => (form.typed[name]?.[0] ?? '') !== '')}
        >
          <p>Registers know how many places a home has, and not who lives in them. Both can be left empty.</p>
          <TextField form={form} name="residents" label="People who live in the home that closes" width={4} />
          <TextField form={form} name="full" label="How full other homes are taken to be" suffix="%" width={4} />
        </Details>
        <Details summary="How it is worked out" open={['policy', 'seed'].some((name) => mistakeAt(form, name))}>
          <ChoiceField
            form={form}
            name="policy"
            label="The order of the framework"
            choices={[
              { value: 'strict', text: 'Nobody is passed over who has room' },
              { value: 'priced', text: 'Somebody may be passed over where that places more hours or costs less' },
            ]}
          />
          <TextField form={form} name="seed" label="Seed" hint="The same seed finds the same again" width={5} />
        </Details>
        <Button preventDoubleClick>Run the drill</Button>
      </form>
    </DrillFrame>
  )
}
