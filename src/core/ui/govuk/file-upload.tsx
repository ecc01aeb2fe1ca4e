import type { ComponentChildren } from 'preact'
import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { describedByOf, type FieldProps, FormGroup } from './form-group.tsx'
import { type PluralTexts, translations } from './translations.ts'

export interface FileUploadProps extends FieldProps, Extras {
  /** What the file may be: endings and media types, with commas between. */
  readonly accept?: string | undefined
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Lets a script put a place to drop files in its stead; without one the field stays as it is. */
  readonly javascript?: boolean | undefined
  readonly wrapperClasses?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
  readonly chooseFilesButtonText?: string | undefined
  readonly dropInstructionText?: string | undefined
  readonly noFileChosenText?: string | undefined
  readonly multipleFilesChosenText?: PluralTexts | undefined
  readonly enteredDropZoneText?: string | undefined
  readonly leftDropZoneText?: string | undefined
}

/** A file to send, with its label. */
export function FileUpload(props: FileUploadProps) {
  const { errorMessage, formGroup } = props
  const field = (
    <input
      class={classNames('govuk-file-upload', props.classes, errorMessage && 'govuk-file-upload--error')}
      id={props.id || props.name}
      name={props.name}
      type="file"
      accept={props.accept}
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={describedByOf(props)}
      {...props.attributes}
    />
  )
  return (
    <FormGroup {...props}>
      {formGroup?.beforeInput}
      {props.javascript ? <DropZone {...props}>{field}</DropZone> : field}
      {formGroup?.afterInput}
    </FormGroup>
  )
}

function DropZone(props: FileUploadProps & { readonly children: ComponentChildren }) {
  const words = translations({
    'choose-files-button': props.chooseFilesButtonText,
    'no-file-chosen': props.noFileChosenText,
    'multiple-files-chosen': props.multipleFilesChosenText,
    'drop-instruction': props.dropInstructionText,
    'entered-drop-zone': props.enteredDropZoneText,
    'left-drop-zone': props.leftDropZoneText,
  })
  return (
    <div
      class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
      data-module="govuk-file-upload"
      {...words}
      {...props.wrapperAttributes}
    >
      {props.children}
    </div>
  )
}
