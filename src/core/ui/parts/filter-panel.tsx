import { Button, type Content } from '../govuk/index.ts'
import { safeUrl } from '../safe-url.ts'
import type { Link } from './source-line.tsx'

export interface ChosenFilter {
  /** Which filter and what was chosen: "Ward: Sample ward". */
  readonly text: string
  /** The same list without it; see `withQuery`. */
  readonly href: string
}

export interface FilterPanelProps {
  /** Names the form: "Filter the contracts". */
  readonly label: string
  /** The page that lists; the filters become its query. */
  readonly action: string
  /** Selects, inputs, checkboxes: the fields of the design system, each with its label. */
  readonly children: Content
  /** How many the filters leave: "9 of 14 packages". */
  readonly result: Content
  readonly button?: string | undefined
  readonly chosen?: readonly ChosenFilter[] | undefined
  /** The list without any filter; shown when something is chosen. */
  readonly clear?: Link | undefined
  /** What else the query must keep, such as how the list is sorted. */
  readonly keep?: { readonly [name: string]: string | undefined } | undefined
  /** The id of the region that holds the panel and its list: scripts then put in only that, and say the result. */
  readonly region?: string | undefined
  /** Other forms of the same list: as a file, as a calendar. */
  readonly links?: readonly Link[] | undefined
}

/** A form above a list that narrows it, what is chosen, and how much that leaves; sent by a button, kept in the address. */
export function FilterPanel(props: FilterPanelProps) {
  const { label, action, children, result, button = 'Show', chosen = [], clear, keep = {}, region, links = [] } = props
  return (
    <form class="m-filter" method="get" action={safeUrl(action)} role="search" aria-label={label} data-swap={region}>
      {Object.entries(keep).map(([name, value]) =>
        value === undefined ? null : <input type="hidden" name={name} value={value} />,
      )}
      <div class="m-filter__fields">
        {children}
        <Button classes="govuk-button--secondary">{button}</Button>
      </div>
      <div class="m-filter__said">
        <p data-announce="">{result}</p>
        {links.map(({ text, href }) => (
          <a href={safeUrl(href)}>{text}</a>
        ))}
      </div>
      {chosen.length > 0 ? (
        <div class="m-chosen">
          <ul aria-label="Filters chosen">
            {chosen.map(({ text, href }) => (
              <li>
                <a href={safeUrl(href)} data-swap={region}>
                  <span class="m-vh">Remove </span>
                  {text}
                  <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                    <path d="m2 2 8 8M10 2 2 10" />
                  </svg>
                </a>
              </li>
            ))}
          </ul>
          {clear ? (
            <a href={safeUrl(clear.href)} data-swap={region}>
              {clear.text}
            </a>
          ) : null}
        </div>
      ) : null}
    </form>
  )
}
