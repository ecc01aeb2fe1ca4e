import type { ComponentName } from './components.ts'
import { exceptions } from './exceptions.ts'
import { asText, isOptions, type Options } from './options.ts'
import { toVNodes } from './to-vnode.ts'

/** The props of our component that say what a fixture's options say; its HTML is there for what options leave out. */
export function toProps(component: ComponentName, options: Options, html: string): Options {
  const { content, ...rest } = translate(options) as Options
  const props = content === undefined ? rest : { ...rest, children: content }
  return exceptions[component]?.(props, options, html) ?? props
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
    const pair = /^(?:(title|summary|description|heading|logo)(?:Html|Text)|html|text)$/.exec(key)
    if (!pair) props[key] = /attributes$/i.test(key) ? withTextValues(option as Options) : translate(option)
    else if (pair[1]) props[pair[1]] = readable(value[`${pair[1]}Html`], value[`${pair[1]}Text`])
    else props.content = readable(value.html, value.text)
  }
  return props
}

function readable(html: unknown, text: unknown): unknown {
  return typeof html === 'string' && html !== '' ? toVNodes(html) : text
}

function withTextValues(attributes: Options): Options {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, asText(value)]))
}
