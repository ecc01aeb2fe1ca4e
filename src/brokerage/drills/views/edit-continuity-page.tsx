import type { Partnership } from '../../../core/auth/index.ts'
import { ChoiceField, FormMistakes, type FormState, TextField, WordsField } from '../../../core/ui/form/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { audiences, audienceWords, continuityStates, continuityWords } from '../continuity-plan.ts'
import { continuityPath, drillPath, editContinuityPath } from '../paths.ts'
import type { Drill } from '../queries/drills.ts'
import { DrillFrame } from './drill-frame.tsx'

export interface EditContinuityPageProps {
  readonly partnership: Partnership
  readonly drill: Drill
  readonly form: FormState
}

const states = continuityStates.map((value) => ({ value, text: continuityWords[value] }))

/** The form on which people say how far they are with a closing. */
export function EditContinuityPage({ partnership, drill: { id, asked }, form }: EditContinuityPageProps) {
  const { slug } = partnership
  const title = 'Write on the plan'
  return (
    <DrillFrame
      partnership={partnership}
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[
        { content: asked.called, href: drillPath(slug, id) },
        { content: 'Continuity plan', href: continuityPath(slug, id) },
        { content: 'Write' },
      ]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={title} note="Write references of packages, never names of people who receive care." />
      <form method="post" action={editContinuityPath(slug, id)} novalidate>
        <input type="hidden" name="seen" value={form.typed['seen']?.[0] ?? '0'} />
        <TextField form={form} name="lead" label="Lead officer" hint="Who answers for all of this" width={20} />
        <Section id="who-is-told" heading="Who is told">
          {audiences.map((one) => (
            <ChoiceField form={form} name={`told-${one}`} label={audienceWords[one]} choices={states} />
          ))}
          <WordsField
            form={form}
            name="communications"
            label="Communications"
            hint="Each on a line of its own: day, to whom, what was said"
            rows={6}
          />
        </Section>
        <Section id="handing-over" heading="Hand-over">
          <ChoiceField form={form} name="handover" label="How far it is" choices={states} />
          <WordsField
            form={form}
            name="notes"
            label="Notes"
            hint="What is handed over, what is missing, what is next"
            rows={6}
          />
        </Section>
        <Button preventDoubleClick>Keep this</Button>
      </form>
    </DrillFrame>
  )
}
