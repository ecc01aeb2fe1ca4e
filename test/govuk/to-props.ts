import type { ComponentName } from './components.ts'
import { toVNodes } from './to-vnode.ts'

type Options = Readonly<Record<string, unknown>>

/** Where ours differ from the official options by more than the rules of `translate`. */
const exceptions: { readonly [name in ComponentName]?: (props: Options, options: Options) => Options } = {
  input: (props, { value }) => ({ ...props, value: asText(value) }),
  'notification-banner': ({ children, ...props }, { html, text }) =>
    html ? { ...props, children } : { ...props, text },
  // An empty object means "no page here" in the official options; ours says so with null.
  pagination: (props, { items }) =>
    Array.isArray(items)
      ? { ...props, items: items.map((item) => (isOptions(item) && Object.keys(item).length > 0 ? item : null)) }
      : props,
  select: (props, { items, value }) => ({
    ...props,
    value: asText(value),
    items: asList(items).map((item) => (isOptions(item) ? { ...item, value: asText(item.value) } : item)),
  }),
  'service-navigation': (props, { slots }) => (isOptions(slots) ? { ...props, slots: toSlots(slots) } : props),
}

/** The props of our component that say what a fixture's options say. */
export function toProps(component: ComponentName, options: Options): Options {
  const { content, ...rest } = translate(options) as Options
  const props = content === undefined ? rest : { ...rest, children: content }
  return exceptions[component]?.(props, options) ?? props
}

/**
 * The rules that hold in every component: `html` and `text` become one `content` (HTML wins, as it does officially),
 * `titleHtml` and `titleText` one `title`, and so on; the values of `attributes` become strings.
 */
function translate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translate)
  if (!isOptions(value)) return value
  const props: Record<string, unknown> = {}
  for (const [key, option] of Object.entries(value)) {
    const pair = /^(?:(title|summary|description)(?:Html|Text)|html|text)$/.exec(key)
    if (!pair) props[key] = key === 'attributes' ? withTextValues(option as Options) : translate(option)
    else if (pair[1]) props[pair[1]] = readable(value[`${pair[1]}Html`], value[`${pair[1]}Text`])
    else props.content = readable(value.html, value.text)
  }
  return props
}

function readable(html: unknown, text: unknown): unknown {
  return typeof html === 'string' && html !== '' ? toVNodes(html) : text
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

function withTextValues(attributes: Options): Options {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, asText(value)]))
}

function asText(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isOptions(value: unknown): value is Options {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
