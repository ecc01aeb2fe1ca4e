import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from 'parse5'
import { type ComponentChild, h } from 'preact'

/** The JSX that a fixture's HTML string stands for: our components take nodes, never strings of HTML. */
export function toVNodes(html: string): ComponentChild[] {
  return parseFragment(html).childNodes.map(toVNode)
}

/** The JSX of the element with a class, out of a fixture's HTML. */
export function elementOf(html: string, className: string): ComponentChild {
  const found = elementsIn(parseFragment(html)).find(({ attrs }) =>
    attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes(className)),
  )
  if (!found) throw new Error(`no element has the class ${className}`)
  return toVNode(found)
}

function elementsIn(parent: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
  return parent.childNodes.filter(tree.isElementNode).flatMap((element) => [element, ...elementsIn(element)])
}

function toVNode(node: DefaultTreeAdapterTypes.ChildNode): ComponentChild {
  if (tree.isTextNode(node)) return node.value
  if (!tree.isElementNode(node)) return null
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return h(node.tagName, attributes, ...node.childNodes.map(toVNode))
}
