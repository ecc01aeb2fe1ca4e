import type { Partnership } from '../../../core/auth/index.ts'
import { first } from '../../../core/forms/index.ts'
import {
  type Choice,
  ChoiceField,
  DateField,
  DefaultButton,
  FormMistakes,
  type FormState,
  mistakeAt,
  TextField,
} from '../../../core/ui/form/index.ts'
import { Button, classNames, ErrorMessage } from '../../../core/ui/govuk/index.ts'
import { PageTitle, Section } from '../../../core/ui/parts/index.ts'
import type { OfferRule } from '../../offer-rule.ts'
import { offerRulesPath } from '../../paths.ts'
import { weekdayWords } from '../../requests/care-words.ts'
import { dayLetters } from '../../requests/visit-rows.ts'
import { BrokeragePage } from '../../views/brokerage-page.tsx'
import { editRulePath, offerRulePath } from '../paths.ts'
import { aboutWords, type KeptRule } from '../rule-in-words.ts'
import { RuleText } from './rule-text.tsx'
import { StepRows } from './step-rows.tsx'
import { TrialPart, type TrialPartProps } from './trial-part.tsx'

export interface EditRulePageProps {
  readonly partnership: Partnership
  /** The rule that gets a new version; undefined for a new one. */
  readonly rule: KeptRule | undefined
  readonly form: FormState
  readonly services: readonly Choice[]
  readonly contracts: readonly Choice[]
  readonly grades: readonly Choice[]
  /** The rule as the form says it, once it can be read. */
  readonly draft?: Pick<OfferRule, 'steps' | 'hours'> | undefined
  readonly trial?: TrialPartProps | undefined
}

/** How far back a rule is tried. */
const spans: readonly Choice[] = [
  { value: '28', text: 'the last 4 weeks' },
  { value: '84', text: 'the last 12 weeks' },
  { value: '364', text: 'the last 52 weeks' },
]

/** The form of a rule: what it says in words, and what it would have done, stand above it before it is saved. */
export function EditRulePage(props: EditRulePageProps) {
  const { partnership, rule, form, services, contracts, grades, draft, trial } = props
  const { slug } = partnership
  const title = rule ? `Change “${rule.name}”` : 'Add a rule'
  const action = editRulePath(slug, rule?.id)
  return (
    <BrokeragePage
      partnership={partnership}
      of="rules"
      title={title}
      mistakes={form.mistakes.length > 0}
      breadcrumbs={[
        { content: 'Rules', href: offerRulesPath(slug) },
        ...(rule ? [{ content: rule.name, href: offerRulePath(slug, rule.id) }] : []),
        { content: rule ? 'Change' : 'Add' },
      ]}
    >
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={title} note={noteOf(rule)} />
      {trial ? <TrialPart {...trial} /> : null}
      {draft ? (
        <Section id="words" heading="What it says">
          <RuleText rule={draft} />
        </Section>
      ) : null}
      <form method="post" action={action} novalidate>
        <DefaultButton />
        <input type="hidden" name="seen" value={first(form.typed, 'seen')} />
        <Section id="head" heading="What it is about">
          <TextField form={form} name="name" label="Name" hint="For example, Care at home lots" width={20} />
          <ChosenSubject rule={rule} form={form} services={services} contracts={contracts} />
          <DateField
            form={form}
            name="from"
            label="First day"
            hint="Rounds that are open go on by the version that they began with."
          />
          <TextField
            form={form}
            name="reason"
            label={rule ? 'Why it changes' : 'Where it is from'}
            hint={
              rule
                ? 'Kept with the version, and read by providers who ask'
                : 'For example, Specification of the contract, section 4'
            }
          />
        </Section>
        <Section
          id="clock"
          heading="When clocks run"
          intro="Answers are waited for in these hours only; holidays of the nation and of the place never count."
        >
          <ClockDays form={form} />
          <TextField form={form} name="clock-from" label="From" hint="Such as 08:00" width={5} />
          <TextField form={form} name="clock-to" label="To" hint="Such as 18:00" width={5} />
        </Section>
        <Section
          id="step-part"
          heading="Whom it asks"
          intro="A step begins once everyone of the step before has answered, or let the time pass, and something is still to be placed."
        >
          <StepRows form={form} grades={grades} action={action} />
        </Section>
        <Section
          id="try"
          heading="Try it before you save it"
          intro="“Try it on past packages” goes through past rounds again with the rule as it stands here. Nothing is changed by it."
        >
          <ChoiceField form={form} name="span" label="Rounds of" choices={spans} />
        </Section>
        <div class="govuk-button-group">
          <Button name="do" value="save">
            Save
          </Button>
          <Button name="do" value="try" classes="govuk-button--secondary">
            Try it on past packages
          </Button>
          <a class="govuk-link" href={rule ? offerRulePath(slug, rule.id) : offerRulesPath(slug)}>
            Cancel
          </a>
        </div>
      </form>
    </BrokeragePage>
  )
}

const noteOf = (rule: KeptRule | undefined): string =>
  rule
    ? `${aboutWords(rule)}. Saving makes version ${(rule.versions[0]?.version ?? 0) + 1}.`
    : 'One rule for a kind of service, or for one contract’s lots.'

function ChosenSubject({
  rule,
  form,
  services,
  contracts,
}: Pick<EditRulePageProps, 'rule' | 'form' | 'services' | 'contracts'>) {
  if (rule) {
    return (
      <>
        <input type="hidden" name="service" value={rule.serviceType.key} />
        <input type="hidden" name="contract" value={rule.contract?.id ?? ''} />
      </>
    )
  }
  return (
    <>
      <ChoiceField form={form} name="service" label="Kind of service" none="Choose a service" choices={services} />
      <ChoiceField
        form={form}
        name="contract"
        label="Contract"
        hint="A contract’s own rule goes before the partnership’s, in the areas that its lots serve."
        none="No contract in particular"
        choices={contracts}
      />
    </>
  )
}

/** The days on which clocks run, one box each. */
function ClockDays({ form }: Pick<EditRulePageProps, 'form'>) {
  const mistake = mistakeAt(form, 'days')
  return (
    <fieldset
      class={classNames('govuk-fieldset', 'govuk-form-group', mistake && 'govuk-form-group--error')}
      aria-describedby={mistake ? 'days-error' : undefined}
    >
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Days</legend>
      {mistake ? <ErrorMessage id="days-error">{mistake}</ErrorMessage> : null}
      <div class="m-days">
        {dayLetters.map(([day, short], at) => (
          <label>
            <input
              type="checkbox"
              id={at === 0 ? 'days' : `days-${day}`}
              name="days"
              value={String(day)}
              checked={form.typed.days?.includes(String(day))}
            />
            <span aria-hidden="true">{short}</span>
            <span class="m-vh">{weekdayWords[day]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
