import type { Attributes, Extras } from './attributes.ts'
import { classNames } from './class-names.ts'
import type { Absent, Content } from './content.ts'
import { Passage } from './passage.tsx'

export interface TabItem {
  readonly label: Content
  /** What the tab shows. It begins with a heading, because without a script the panels stand one below another. */
  readonly content: Content
  /** Made from the prefix and the place in the list, where none is given. */
  readonly id?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly panel?: { readonly attributes?: Attributes | undefined } | undefined
}

export interface TabsProps extends Extras {
  readonly items: readonly (TabItem | Absent)[]
  readonly id?: string | undefined
  readonly idPrefix?: string | undefined
  /** The heading of the list of links that the tabs are without a script. */
  readonly title?: string | undefined
}

/** Panels of which a script shows one at a time; without one, links to all of them. */
export function Tabs({ items = [], id, idPrefix = 'tab', title = 'Contents', classes, attributes }: TabsProps) {
  const tabs = items.flatMap((item, at) => (item ? { ...item, id: item.id || `${idPrefix}-${at + 1}`, at } : []))
  return (
    <div id={id} class={classNames('govuk-tabs', classes)} data-module="govuk-tabs" {...attributes}>
      <h2 class="govuk-tabs__title">{title}</h2>
      {tabs.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map((tab) => (
            <li class={classNames('govuk-tabs__list-item', tab.at === 0 && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${tab.id}`} {...tab.attributes}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {tabs.map((tab) => (
        <div
          class={classNames('govuk-tabs__panel', tab.at > 0 && 'govuk-tabs__panel--hidden')}
          id={tab.id}
          {...tab.panel?.attributes}
        >
          <Passage content={tab.content} />
        </div>
      ))}
    </div>
  )
}
