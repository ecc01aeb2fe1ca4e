import { safeUrl } from '../safe-url.ts'
import type { Brand } from './brand.ts'
import { Mark } from './mark.tsx'

export interface FooterProps {
  readonly links?: readonly { readonly text: string; readonly href: string }[] | undefined
  /** Under which licence what the page shows was published. */
  readonly licence?: string | undefined
}

const openGovernment = 'Contains public sector information licensed under the Open Government Licence v3.0.'

/** Law wants them within reach of every page: whose the site is decides which ones they are. */
function aboutLinks(brand: Brand): NonNullable<FooterProps['links']> {
  const base = brand.kind === 'partnership' ? `/${brand.slug}` : '/sign-in'
  return [
    { text: 'Accessibility', href: `${base}/accessibility` },
    { text: 'Privacy', href: `${base}/privacy` },
    { text: 'Cookies', href: `${base}/cookies` },
  ]
}

/** The foot of every page; the only place where a partnership's pages name Mercat. */
export function Footer({ brand, links = [], licence = openGovernment }: FooterProps & { readonly brand: Brand }) {
  return (
    <footer class="m-foot">
      <div class="m-wrap">
        <ul>
          {[...links, ...aboutLinks(brand)].map(({ text, href }) => (
            <li>
              <a href={safeUrl(href)}>{text}</a>
            </li>
          ))}
        </ul>
        <p>{licence}</p>
        <p class="m-by">
          <Mark /> Made with Mercat, open-source software
        </p>
      </div>
    </footer>
  )
}
