import type { Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Content } from './content.ts'
import { Licence } from './footer-licence.tsx'
import { FooterLink, type FooterLinkProps, FooterNavigation, type FooterSection } from './footer-navigation.tsx'

/** What stands at the end of the page beside the licence: links, and a line of text. */
export interface FooterMeta {
  readonly visuallyHiddenTitle?: string | undefined
  readonly items?: readonly FooterLinkProps[] | undefined
  readonly content?: Content | undefined
}

/** Whose the content is, and where that is explained. */
export interface Copyright {
  readonly content: Content
  readonly href?: string | undefined
}

export interface FooterProps extends Extras {
  /** A mark above everything else: we draw no crown. */
  readonly logo?: Content | undefined
  readonly navigation?: readonly FooterSection[] | undefined
  readonly meta?: FooterMeta | undefined
  /** The Open Government Licence, where nothing is said; `null` where there is no licence. */
  readonly contentLicence?: Content | null | undefined
  /** Crown copyright, where nothing is said; `null` leaves it out. */
  readonly copyright?: Copyright | null | undefined
  readonly containerClasses?: string | undefined
}

const crownCopyright =
  'https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/uk-government-licensing-framework/crown-copyright/'

/** The end of every page: links, the licence and the copyright. */
export function Footer(props: FooterProps) {
  const { logo, navigation = [], meta, contentLicence, containerClasses, classes, attributes } = props
  const copyright = props.copyright === undefined ? { content: '© Crown copyright' } : props.copyright
  return (
    <div class={classNames('govuk-footer', classes)} {...attributes}>
      <div class={classNames('govuk-width-container', containerClasses)}>
        {logo}
        {navigation.length > 0 && <FooterNavigation sections={navigation} />}
        <div class="govuk-footer__meta">
          <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
            {meta && <Meta {...meta} />}
            {contentLicence !== null && <Licence>{contentLicence}</Licence>}
          </div>
          {copyright && (
            <div class="govuk-footer__meta-item">
              <FooterLink classes="govuk-footer__copyright-logo" href={crownCopyright} {...copyright} />
            </div>
          )}
        </div>
      </div>
    </div>
  )
}

function Meta({ visuallyHiddenTitle = 'Support links', items = [], content }: FooterMeta) {
  return (
    <>
      <h2 class="govuk-visually-hidden">{visuallyHiddenTitle}</h2>
      {items.length > 0 && (
        <ul class="govuk-footer__inline-list">
          {items.map((item) => (
            <li class="govuk-footer__inline-list-item">
              <FooterLink {...item} />
            </li>
          ))}
        </ul>
      )}
      {content && <div class="govuk-footer__meta-custom">{content}</div>}
    </>
  )
}
