import type { Extras } from './attributes.ts'
import type { Content } from './content.ts'
import { HeaderFrame } from './generic-header.tsx'

export interface HeaderProps extends Extras {
  /** The mark of GOV.UK, from a service that may bear it: we draw neither crown nor logotype. */
  readonly logo: Content
  readonly productName?: Content | undefined
  readonly homepageUrl?: string | undefined
  readonly containerClasses?: string | undefined
}

/** The top of every page of a service on GOV.UK; any other has the generic header. */
export function Header({ logo, productName, homepageUrl = '//gov.uk', ...frame }: HeaderProps) {
  const mark = (
    <>
      {logo}
      {productName && <span class="govuk-header__product-name">{productName}</span>}
    </>
  )
  return <HeaderFrame {...frame} block="govuk-header" logo={mark} url={homepageUrl} />
}
