import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from 'parse5'
import { type ComponentChild, h } from 'preact'

/** The JSX that a fixture's HTML string stands for: our components take nodes, never strings of HTML. */
export function toVNodes(html: string): ComponentChild[] {
  return parseFragment(html).childNodes.map(toVNode)
}

function toVNode(node: DefaultTreeAdapterTypes.ChildNode): ComponentChild {
  if (tree.isTextNode(node)) return node.value
  if (!tree.isElementNode(node)) return null
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]))
  return h(node.tagName, attributes, ...node.childNodes.map(toVNode))
}
