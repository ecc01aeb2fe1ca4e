import { safeUrl } from '../safe-url.ts'
import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'

export interface GenericHeaderProps extends Extras {
  /** Who runs the service: its name, or a picture with an alternative in words. */
  readonly logo: Content
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
}

/** The top of every page of a service that is not on GOV.UK. */
export function GenericHeader(props: GenericHeaderProps) {
  return <HeaderFrame {...props} block="govuk-generic-header" />
}

/** What both headers of the design system draw: they differ in the name of the block. */
export function HeaderFrame({
  block,
  logo,
  url = '/',
  containerClasses = 'govuk-width-container',
  classes,
  attributes,
}: GenericHeaderProps & { readonly block: 'govuk-header' | 'govuk-generic-header' }) {
  return (
    <div class={classNames(block, classes)} {...attributes}>
      <div class={`${block}__container ${containerClasses}`}>
        <div class={`${block}__logo`}>
          <a href={safeUrl(url)} class={`${block}__homepage-link`}>
            {logo}
          </a>
        </div>
      </div>
    </div>
  )
}
