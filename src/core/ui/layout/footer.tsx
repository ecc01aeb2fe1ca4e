import { safeUrl } from '../safe-url.ts'
import { Mark } from './mark.tsx'

export interface FooterProps {
  readonly links?: readonly { readonly text: string; readonly href: string }[] | undefined
  /** Under which licence what the page shows was published. */
  readonly licence?: string | undefined
}

const openGovernment = 'Contains public sector information licensed under the Open Government Licence v3.0.'

/** The foot of every page; the only place where a partnership's pages name Mercat. */
export function Footer({ links = [], licence = openGovernment }: FooterProps) {
  return (
    <footer class="m-foot">
      <div class="m-wrap">
        {links.length > 0 ? (
          <ul>
            {links.map(({ text, href }) => (
              <li>
                <a href={safeUrl(href)}>{text}</a>
              </li>
            ))}
          </ul>
        ) : null}
        <p>{licence}</p>
        <p class="m-by">
          <Mark /> Made with Mercat, open-source software
        </p>
      </div>
    </footer>
  )
}
