import { safeUrl } from '../safe-url.ts'
import type { Brand } from './brand.ts'
import { Mark } from './mark.tsx'

export interface NavigationItem {
  readonly text: string
  readonly href: string
  /** `page` when it is this page, `section` when this page lies within it. */
  readonly current?: 'page' | 'section' | undefined
}

export interface MastheadProps {
  readonly brand: Brand
  readonly navigation?: readonly NavigationItem[] | undefined
  /** Links at the right: search, sign in. */
  readonly side?: readonly NavigationItem[] | undefined
}

/** The top of every page: whose it is, and the ways through it. */
export function Masthead({ brand, navigation = [], side = [] }: MastheadProps) {
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
        {side.length > 0 ? (
          <div class="m-head__side">
            {side.map((item) => (
              <a href={safeUrl(item.href)} aria-current={item.current === 'page' ? 'page' : undefined}>
                {item.text}
              </a>
            ))}
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
