import { safeUrl } from '../safe-url.ts'
import type { Brand } from './brand.ts'
import { Mark } from './mark.tsx'
import { ViewerLinks } from './viewer-links.tsx'

export interface NavigationItem {
  readonly text: string
  readonly href: string
  /** `page` when it is this page, `section` when this page lies within it. */
  readonly current?: 'page' | 'section' | undefined
}

export interface MastheadProps {
  readonly brand: Brand
  readonly navigation?: readonly NavigationItem[] | undefined
  /** Links at the right before who is signed in: search, messages. */
  readonly side?: readonly NavigationItem[] | undefined
  /** False where nobody can sign in or out, such as while the service starts. */
  readonly account?: boolean | undefined
}

/** The top of every page: whose it is, who is looking, and the ways through it. */
export function Masthead({ brand, navigation = [], side = [], account = true }: MastheadProps) {
  const [href, name, subtitle] =
    brand.kind === 'partnership'
      ? [`/${brand.slug}`, brand.name, brand.subtitle]
      : ['/', 'Mercat', 'Market position statements for health and social care']
  return (
    <header class="m-head">
      <div class="m-wrap m-head__top">
        <a class="m-id" href={safeUrl(href)}>
          <Mark grounded />
          <span>
            <strong>{name}</strong>
            {subtitle ?? null}
          </span>
        </a>
        {side.length > 0 || account ? (
          <div class="m-head__side">
            {side.map((item) => (
              <a href={safeUrl(item.href)} aria-current={item.current === 'page' ? 'page' : undefined}>
                {item.text}
              </a>
            ))}
            {account ? <ViewerLinks /> : null}
          </div>
        ) : null}
      </div>
      {navigation.length > 0 ? (
        <nav class="m-ground m-ground--nav" aria-label="Main">
          <ul class="m-wrap m-nav">
            {navigation.map((item) => (
              <li>
                <a href={safeUrl(item.href)} aria-current={ariaCurrent(item)}>
                  {item.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : (
        <div class="m-ground" />
      )}
    </header>
  )
}

const ariaCurrent = ({ current }: NavigationItem) => (current === 'section' ? 'true' : current)
