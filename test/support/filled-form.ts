import type { Hono } from 'hono'
import { type DefaultTreeAdapterMap, parse } from 'parse5'
import type { MercatEnv } from '../../src/core/http/index.ts'
import type { Somebody } from './sign-in.ts'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

const isElement = (node: Node): node is Element => 'tagName' in node
const children = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : [])
const attributeOf = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value
const within = (node: Node): Element[] =>
  children(node).flatMap((child) => [...(isElement(child) ? [child] : []), ...within(child)])
const textOf = (node: Node): string => ('value' in node ? node.value : children(node).map(textOf).join(''))

type Visitor = Pick<Somebody, 'headers'>

/** What is to be sent in place of what a form has; an empty list takes a field out. */
export type Over = Readonly<Record<string, string | readonly string[] | File>>

/**
 * The last form of a page that posts, filled in as a browser without scripts would send it: every field as it stands,
 * but for those that are said otherwise. A field that the form does not have is a mistake of the test.
 */
export function filledForm(html: string, over: Over, button = 'save'): { action: string; body: FormData } {
  const form = within(parse(html)).findLast(
    ({ tagName, attrs }) =>
      tagName === 'form' && attrs.some(({ name, value }) => name === 'method' && value === 'post'),
  )
  if (!form) throw new Error('This page has no form that posts.')
  const fields = within(form).filter(({ tagName }) => ['input', 'select', 'textarea'].includes(tagName))
  const names = new Set(fields.map((field) => attributeOf(field, 'name')))
  const unknown = Object.keys(over).filter((name) => !names.has(name))
  if (unknown.length > 0) throw new Error(`The form has no field ${unknown.join(', ')}.`)
  const body = new FormData()
  for (const field of fields) {
    const name = attributeOf(field, 'name') ?? ''
    const value = name in over ? undefined : sentBy(field)
    if (value !== undefined) body.append(name, value)
  }
  for (const [name, value] of Object.entries(over))
    for (const one of [value].flat()) body.append(name, one as string | File)
  if (button) body.append('do', button)
  return { action: attributeOf(form, 'action') ?? '', body }
}

/** What a field sends as it stands; nothing for a box that is not ticked. */
function sentBy(field: Element): string | undefined {
  const type = attributeOf(field, 'type') ?? 'text'
  if (field.tagName === 'textarea') return textOf(field)
  if (field.tagName === 'select') {
    const options = within(field).filter(({ tagName }) => tagName === 'option')
    const chosen = options.find((option) => attributeOf(option, 'selected') !== undefined) ?? options[0]
    return chosen && (attributeOf(chosen, 'value') ?? textOf(chosen))
  }
  if (type === 'file') return undefined
  if (type === 'radio' || type === 'checkbox')
    return attributeOf(field, 'checked') === undefined ? undefined : (attributeOf(field, 'value') ?? 'on')
  return attributeOf(field, 'value') ?? ''
}

/** Somebody's browser without scripts: reads pages of an application, fills in their forms and sends them. */
export function formSender(app: Hono<MercatEnv>) {
  const get = async (path: string, who: Visitor) => {
    const response = await app.request(path, { headers: who.headers })
    return { status: response.status, html: await response.text() }
  }
  /** Sends the form of a page, or of an address. */
  const send = async (from: string, over: Over, who: Visitor, button = 'save') => {
    const html = from.startsWith('/') ? (await get(from, who)).html : from
    const { action, body } = filledForm(html, over, button)
    const response = await app.request(action, { method: 'POST', headers: who.headers, body })
    return { status: response.status, html: await response.text(), location: response.headers.get('location') ?? '' }
  }
  return { get, send }
}

/** A date as the three fields of a form take it. */
export function dayTyped(name: string, date: string): Over {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}
