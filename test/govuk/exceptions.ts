import type { ComponentName } from './components.ts'
import { asList, asText, contentOf, isOptions, mapItems, type Options } from './options.ts'
import { elementOf, toVNodes } from './to-vnode.ts'

type Exception = (props: Options, options: Options, html: string) => Options

/** Where ours differ from the official options by more than the rules that hold in every component. */
export const exceptions: { readonly [name in ComponentName]?: Exception } = {
  accordion: (props) => ({
    ...props,
    items: mapItems(props.items, (item) => ({
      ...item,
      heading: contentOf(item.heading),
      summary: contentOf(item.summary),
      content: contentOf(item.content),
    })),
  }),
  checkboxes: (props) => ({ ...asked(props), values: asList(props.values).map(asText), items: toChoices(props.items) }),
  'date-input': (props) => ({
    ...asked(props),
    values: isOptions(props.values) ? withTextValues(props.values) : undefined,
    ...Object.fromEntries(['day', 'month', 'year'].map((part) => [part, withTextValue(props[part])])),
    items: asList(props.items).map(withTextValue),
  }),
  // The options say where the crown stands, never what it looks like: it is taken from the official HTML.
  footer: (props, _, html) => ({
    ...props,
    logo: elementOf(html, 'govuk-footer__crown'),
    contentLicence: contentOf(props.contentLicence),
  }),
  header: (props, _, html) => ({ ...props, logo: elementOf(html, 'govuk-header__logotype') }),
  input: (props, { value }) => ({ ...props, value: asText(value) }),
  'notification-banner': ({ children, ...props }, { html, text }) =>
    html ? { ...props, children } : { ...props, text },
  // An empty object means "no page here" in the official options; ours says so with null.
  pagination: (props, { items }) =>
    Array.isArray(items)
      ? { ...props, items: items.map((item) => (isOptions(item) && Object.keys(item).length > 0 ? item : null)) }
      : props,
  panel: ({ classes, ...props }) => {
    const names = (asText(classes) ?? '').split(' ')
    const others = names.filter((name) => name !== 'govuk-panel--interruption')
    const isInterruption = others.length < names.length
    return { ...props, type: isInterruption ? 'interruption' : undefined, classes: others.join(' ') }
  },
  radios: (props) => ({ ...asked(props), items: toChoices(props.items) }),
  select: (props, { items, value }) => ({
    ...props,
    value: asText(value),
    items: mapItems(items, (item) => ({ ...item, value: asText(item.value) })),
  }),
  'service-navigation': (props, { slots }) => (isOptions(slots) ? { ...props, slots: toSlots(slots) } : props),
  tabs: (props) => ({
    ...props,
    items: mapItems(props.items, (item) => ({ ...item, content: contentOf(item.panel) })),
  }),
  'task-list': (props) => ({
    ...props,
    items: mapItems(props.items, (item) => ({ ...item, hint: contentOf(item.hint) })),
  }),
}

/** What asks the question stands in `fieldset` officially; with us the legend is a prop of its own. */
function asked({ fieldset, ...props }: Options): Options {
  if (!isOptions(fieldset)) return props
  const { legend, describedBy = props.describedBy, ...rest } = fieldset
  return { ...props, legend, describedBy, fieldset: rest }
}

function toChoices(items: unknown): readonly unknown[] {
  return mapItems(items, (item) => ({ ...item, value: asText(item.value), conditional: contentOf(item.conditional) }))
}

function toSlots({ start, end, navigationStart, navigationEnd }: Options): Options {
  const nodes = (html: unknown) => (typeof html === 'string' ? toVNodes(html) : undefined)
  return {
    start: nodes(start),
    end: nodes(isOptions(end) ? end.html : end),
    endAlign: isOptions(end) ? end.align : undefined,
    navigationStart: nodes(navigationStart),
    navigationEnd: nodes(navigationEnd),
  }
}

function withTextValue(field: unknown): unknown {
  return isOptions(field) ? { ...field, value: asText(field.value) } : field
}

function withTextValues(values: Options): Options {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asText(value)]))
}
