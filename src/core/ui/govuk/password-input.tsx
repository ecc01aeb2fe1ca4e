import type { Attributes } from './attributes.ts'
import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { Input, type InputProps } from './input.tsx'
import { dataAttributes, translations } from './translations.ts'

type PasswordField = Omit<
  InputProps,
  | 'type'
  | 'spellcheck'
  | 'autocapitalize'
  | 'inputmode'
  | 'pattern'
  | 'prefix'
  | 'suffix'
  | 'inputWrapper'
  | 'autocomplete'
>

export interface PasswordInputProps extends PasswordField {
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
  readonly button?: { readonly classes?: string | undefined } | undefined
  readonly showPasswordText?: string | undefined
  readonly hidePasswordText?: string | undefined
  readonly showPasswordAriaLabelText?: string | undefined
  readonly hidePasswordAriaLabelText?: string | undefined
  readonly passwordShownAnnouncementText?: string | undefined
  readonly passwordHiddenAnnouncementText?: string | undefined
}

/** A password, with a button that shows it; the button is hidden where no script runs. */
export function PasswordInput(props: PasswordInputProps) {
  const { formGroup, autocomplete = 'current-password' } = props
  const attributes: Attributes = {
    ...dataAttributes({ 'data-module': 'govuk-password-input' }),
    ...translations({
      'show-password': props.showPasswordText,
      'hide-password': props.hidePasswordText,
      'show-password-aria-label': props.showPasswordAriaLabelText,
      'hide-password-aria-label': props.hidePasswordAriaLabelText,
      'password-shown-announcement': props.passwordShownAnnouncementText,
      'password-hidden-announcement': props.passwordHiddenAnnouncementText,
    }),
    ...formGroup?.attributes,
  }
  return (
    <Input
      {...props}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={autocomplete}
      classes={classNames('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
      formGroup={{
        classes: classNames('govuk-password-input', formGroup?.classes),
        attributes,
        beforeInput: formGroup?.beforeInput,
        afterInput: [<Toggle {...props} />, formGroup?.afterInput],
      }}
    />
  )
}

function Toggle({
  id,
  name,
  button,
  showPasswordText = 'Show',
  showPasswordAriaLabelText = 'Show password',
}: PasswordInputProps) {
  return (
    <Button
      type="button"
      classes={classNames(
        'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
        button?.classes,
      )}
      attributes={{ 'aria-controls': id || name, 'aria-label': showPasswordAriaLabelText, hidden: '' }}
    >
      {showPasswordText}
    </Button>
  )
}
