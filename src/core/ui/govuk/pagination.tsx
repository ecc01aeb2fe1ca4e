import type { ComponentChildren } from 'preact'
import { safeUrl } from '../safe-url.ts'
import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import { type Absent, type Content, present } from './content.ts'

export interface PaginationLink {
  readonly href: string
  readonly content?: Content | undefined
  /** What is on that page; shown only where there are no page numbers. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface PageNumber {
  readonly number: number | string
  readonly href: string
  readonly current?: boolean | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly ellipsis?: undefined
}

export interface PaginationProps extends Extras {
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly items?: readonly (PageNumber | { readonly ellipsis: true } | Absent)[] | undefined
  readonly landmarkLabel?: string | undefined
}

/** Links to the pages of a long list, or to the parts of a document before and after. */
export function Pagination({
  previous,
  next,
  items,
  landmarkLabel = 'Pagination',
  classes,
  attributes,
}: PaginationProps) {
  const block = !items && Boolean(next || previous)
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel}
      {...attributes}
    >
      {previous && <ArrowLink link={previous} rel="prev" word="Previous" block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {present(items).map((item) => (item.ellipsis ? <Ellipsis /> : <PageItem {...item} />))}
        </ul>
      )}
      {next && <ArrowLink link={next} rel="next" word="Next" block={block} />}
    </nav>
  )
}

function Ellipsis() {
  return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
}

function PageItem({ number, href, current, visuallyHiddenText = `Page ${number}`, attributes }: PageNumber) {
  return (
    <li class={classNames('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={safeUrl(href)}
        aria-label={visuallyHiddenText}
        aria-current={current ? 'page' : undefined}
        {...attributes}
      >
        {number}
      </a>
    </li>
  )
}

interface ArrowLinkProps {
  readonly link: PaginationLink
  readonly rel: 'prev' | 'next'
  readonly word: string
  readonly block: boolean
}

function ArrowLink({ link, rel, word, block }: ArrowLinkProps) {
  const arrowFirst = block || rel === 'prev'
  const decorated = block && !link.labelText && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${rel}`}>
      <a class="govuk-link govuk-pagination__link" href={safeUrl(link.href)} rel={rel} {...link.attributes}>
        {arrowFirst && <Arrow rel={rel} />}
        <span class={classNames('govuk-pagination__link-title', decorated)}>
          {link.content ?? <PageWord>{word}</PageWord>}
        </span>
        {block && link.labelText && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!arrowFirst && <Arrow rel={rel} />}
      </a>
    </div>
  )
}

function PageWord({ children }: { readonly children: ComponentChildren }) {
  return (
    <>
      {children}
      <span class="govuk-visually-hidden"> page</span>
    </>
  )
}

const arrowPaths = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function Arrow({ rel }: { readonly rel: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrowPaths[rel]} />
    </svg>
  )
}
