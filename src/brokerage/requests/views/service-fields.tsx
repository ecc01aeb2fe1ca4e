import { first } from '../../../core/forms/index.ts'
import { type Choice, ChoiceField, type FormState } from '../../../core/ui/form/index.ts'
import { Button, Checkboxes } from '../../../core/ui/govuk/index.ts'
import { mostServices, mostVisits, servicesShown, visitRows } from '../visit-rows.ts'
import { VisitTable } from './visit-table.tsx'

interface ServiceFieldsProps {
  readonly form: FormState
  readonly services: readonly Choice[]
  /** The address of the form: what adds a row comes back to where it was. */
  readonly action: string
}

/** The services asked for, each with its visits of a week; every one becomes a package of its own. */
export function ServiceFields({ form, services, action }: ServiceFieldsProps) {
  const shown = servicesShown(form.typed)
  return (
    <>
      <input type="hidden" name="services" value={String(shown)} />
      {Array.from({ length: shown }, (_, index) => (
        <OneService form={form} services={services} action={action} service={index + 1} of={shown} />
      ))}
      {shown < mostServices ? (
        <Button
          classes="govuk-button--secondary"
          name="do"
          value="service"
          attributes={{ formaction: `${action}#service-${shown + 1}` }}
        >
          Add another service
        </Button>
      ) : null}
    </>
  )
}

interface OneServiceProps extends ServiceFieldsProps {
  readonly service: number
  readonly of: number
}

function OneService({ form, services, action, service, of }: OneServiceProps) {
  return (
    <div id={`service-${service}`}>
      <ChoiceField
        form={form}
        name={`s${service}-service`}
        label={of === 1 ? 'Service' : `Service ${service}`}
        hint={service === 1 ? undefined : 'Leave it open to ask for fewer services.'}
        none="Choose a service"
        choices={services}
      />
      <Checkboxes
        name={`s${service}-short`}
        classes="govuk-checkboxes--small"
        values={first(form.typed, `s${service}-short`) === 'yes' ? ['yes'] : []}
        items={[{ value: 'yes', content: 'Short term: reablement, a crisis, or until something else begins' }]}
      />
      <VisitTable form={form} service={service} />
      {visitRows(form.typed, service).length < mostVisits ? (
        <p>
          <button
            type="submit"
            class="m-tool"
            name="do"
            value={`visits-${service}`}
            formaction={`${action}#s${service}-v1-minutes`}
          >
            Add another visit{of === 1 ? '' : ` to service ${service}`}
          </button>
        </p>
      ) : null}
    </div>
  )
}
