import { DefaultButton, FormMistakes, type FormState } from '../../../core/ui/form/index.ts'
import { Button } from '../../../core/ui/govuk/index.ts'
import { PageTitle, Section } from '../../../core/ui/parts/index.ts'
import { changeWords } from '../change-words.ts'
import { changePath, oneChangePath } from '../paths.ts'
import { ChangeFields, type ChangeFieldsProps } from './change-fields.tsx'
import { ChangeFrame, type ChangeFrameProps } from './change-frame.tsx'

export interface ChangeFormPageProps
  extends Omit<ChangeFrameProps, 'title' | 'mistakes'>,
    Omit<ChangeFieldsProps, 'kind'> {
  readonly form: FormState
  readonly version: number
  /** How the package stands now, in words; sent along, so that it can be set beside what somebody else made of it. */
  readonly stands: readonly string[]
  /** What was seen, when somebody changed the package meanwhile. */
  readonly before?: readonly string[] | undefined
}

/** The form of one kind of change. */
export function ChangeFormPage(props: ChangeFormPageProps) {
  const { partnership, package: of, kind, form, version, stands, before } = props
  const { text } = changeWords[kind]
  const { slug } = partnership
  return (
    <ChangeFrame partnership={partnership} package={of} kind={kind} title={text} mistakes={form.mistakes.length > 0}>
      <FormMistakes mistakes={form.mistakes} />
      <PageTitle heading={text} note={changeWords[kind].hint} />
      {before ? (
        <BothStates before={before} stands={stands} />
      ) : (
        <ul class="govuk-list">
          {stands.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <form method="post" action={oneChangePath(slug, of.reference, kind)} data-guard="" novalidate>
        <DefaultButton />
        <input type="hidden" name="version" value={String(version)} />
        {stands.map((line) => (
          <input type="hidden" name="seen" value={line} />
        ))}
        <ChangeFields {...props} />
        <div class="govuk-button-group m-spaced">
          <Button name="do" value="look">
            See what it changes
          </Button>
          <a class="govuk-link" href={changePath(slug, of.reference)}>
            Cancel
          </a>
        </div>
      </form>
    </ChangeFrame>
  )
}

/** What somebody saw beside what is now, since somebody else was quicker. */
function BothStates({ before, stands }: { readonly before: readonly string[]; readonly stands: readonly string[] }) {
  const list = (lines: readonly string[]) => (
    <ul class="govuk-list">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
  return (
    <div class="m-cols m-cols--2">
      <Section id="before" heading="As you saw it">
        {list(before)}
      </Section>
      <Section id="now" heading="As it is now">
        {list(stands)}
      </Section>
    </div>
  )
}
