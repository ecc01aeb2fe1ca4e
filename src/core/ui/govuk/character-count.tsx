import type { Attributes } from './attributes.ts'
import { classNames } from './class-names.ts'
import { Hint } from './hint.tsx'
import { Textarea, type TextareaProps } from './textarea.tsx'
import { dataAttributes, type PluralTexts, translations } from './translations.ts'

interface CommonProps extends Omit<TextareaProps, 'disabled' | 'autocomplete'> {
  /** The share of the limit, in per cent, from which the count is shown. */
  readonly threshold?: number | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
  /** The limit in words, `%{count}` standing for the number; said to everybody, with a script or without. */
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: PluralTexts | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: PluralTexts | undefined
  readonly wordsUnderLimitText?: PluralTexts | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: PluralTexts | undefined
}

interface LengthProps extends CommonProps {
  readonly maxlength: number
  readonly maxwords?: undefined
  /** What the limit counts: units of the text's length, characters as people see them, or words. */
  readonly countType?: 'length' | 'characters' | 'words' | undefined
}

interface WordsProps extends CommonProps {
  readonly maxwords: number
  readonly maxlength?: undefined
  readonly countType?: undefined
}

export type CharacterCountProps = LengthProps | WordsProps

/** A field of several lines that says how much may still be written. The limit is checked by the form's handler. */
export function CharacterCount(props: CharacterCountProps) {
  const { formGroup, countMessage } = props
  const id = props.id || props.name
  const limit = props.maxwords || props.maxlength
  const countType = props.countType || (props.maxwords ? 'words' : undefined)
  const unit = countType === 'words' ? 'words' : 'characters'
  const description = props.textareaDescriptionText || `You can enter up to %{count} ${unit}`
  const attributes: Attributes = {
    ...dataAttributes({
      'data-module': 'govuk-character-count',
      'data-maxlength': props.maxlength,
      'data-maxwords': props.maxwords,
      'data-threshold': props.threshold,
      'data-count-type': countType,
    }),
    ...translationsOf(props, limit),
    ...formGroup?.attributes,
  }
  const message = (
    <Hint id={`${id}-info`} classes={classNames('govuk-character-count__message', countMessage?.classes)}>
      {limit ? description.replace('%{count}', String(limit)) : ''}
    </Hint>
  )
  return (
    <Textarea
      {...props}
      classes={classNames('govuk-js-character-count', props.classes)}
      describedBy={classNames(props.describedBy, `${id}-info`)}
      formGroup={{
        classes: classNames('govuk-character-count', formGroup?.classes),
        attributes,
        beforeInput: formGroup?.beforeInput,
        afterInput: [message, formGroup?.afterInput],
      }}
    />
  )
}

function translationsOf(props: CharacterCountProps, limit: number | undefined): Attributes {
  return translations({
    // A limit that only the script knows: so does only the script write the description.
    'textarea-description': limit ? undefined : { other: props.textareaDescriptionText },
    'characters-under-limit': props.charactersUnderLimitText,
    'characters-at-limit': props.charactersAtLimitText,
    'characters-over-limit': props.charactersOverLimitText,
    'words-under-limit': props.wordsUnderLimitText,
    'words-at-limit': props.wordsAtLimitText,
    'words-over-limit': props.wordsOverLimitText,
  })
}
