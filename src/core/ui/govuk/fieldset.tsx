import type { ComponentChildren } from 'preact'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { asPart, type Content } from './content.ts'

export interface LegendOptions {
  readonly content: Content
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

export interface FieldsetProps extends Extras {
  readonly legend: string | LegendOptions
  readonly children?: ComponentChildren
  readonly describedBy?: string | undefined
  readonly role?: 'group' | 'radiogroup' | undefined
}

/** Fields that answer one question together. */
export function Fieldset({ legend, children, describedBy, role, classes, attributes }: FieldsetProps) {
  return (
    <fieldset class={classNames('govuk-fieldset', classes)} role={role} aria-describedby={describedBy} {...attributes}>
      {legend && <Legend {...asPart<LegendOptions>(legend)} />}
      {children}
    </fieldset>
  )
}

function Legend({ content, classes, isPageHeading }: LegendOptions) {
  return (
    <legend class={classNames('govuk-fieldset__legend', classes)}>
      {isPageHeading ? <h1 class="govuk-fieldset__heading">{content}</h1> : content}
    </legend>
  )
}
