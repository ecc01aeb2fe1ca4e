import { type DefaultTreeAdapterTypes, parseFragment, defaultTreeAdapter as tree } from 'parse5'

/** Elements that text flows through; a space at the edge of any other element is never seen. */
const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'small', 'span', 'strong'])

interface Token {
  readonly kind: 'open' | 'close' | 'text' | 'space'
  readonly line: string
  readonly inline: boolean
}

const space: Token = { kind: 'space', line: '␠', inline: true }

/**
 * The parsed tree of some HTML, a line for each tag, text and space, so that two trees are the same exactly when a
 * browser shows and says the same. Attributes are put in order, classes stay in theirs. A run of white space is one
 * space; it belongs outside the inline element at whose edge it stands, and counts only within a line of text. What
 * stands in a field of several lines is kept as it was typed.
 */
export function canonicalTree(html: string): string {
  const tokens = leadingSpacesOut(trailingSpacesOut(tokensOf(parseFragment(html))))
  const seen = tokens.filter((token, at) => token !== space || (flows(tokens[at - 1]) && flows(tokens[at + 1])))
  return seen.map((token) => token.line).join('\n')
}

const keepsSpaces = (parent: DefaultTreeAdapterTypes.ParentNode) => parent.nodeName === 'textarea'

const asTyped = (text: string): Token => ({ kind: 'text', line: JSON.stringify(text), inline: true })

const flows = (token: Token | undefined) => token?.inline === true

function tokensOf(parent: DefaultTreeAdapterTypes.ParentNode): Token[] {
  return parent.childNodes.flatMap((node): Token[] => {
    if (tree.isTextNode(node)) return keepsSpaces(parent) ? [asTyped(node.value)] : textTokens(node.value)
    if (!tree.isElementNode(node)) return []
    const isInline = inline.has(node.tagName)
    return [
      { kind: 'open', line: openTag(node), inline: isInline },
      ...tokensOf(node),
      { kind: 'close', line: `</${node.tagName}>`, inline: isInline },
    ]
  })
}

function textTokens(text: string): Token[] {
  const words = text.split(/[ \t\n\f\r]+/)
  return words.flatMap((word, at): Token[] => {
    const own: Token[] = word === '' ? [] : [{ kind: 'text', line: JSON.stringify(word), inline: true }]
    return at === 0 ? own : [space, ...own]
  })
}

function openTag({ tagName, attrs }: DefaultTreeAdapterTypes.Element): string {
  const written = attrs.map(({ name, value }) => {
    const shown = name === 'class' ? value.trim().split(/\s+/).join(' ') : value
    return ` ${name}=${JSON.stringify(shown)}`
  })
  return `<${tagName}${written.sort().join('')}>`
}

/** Moves each space before a closing inline tag to behind it, and makes one of several. */
function trailingSpacesOut(tokens: readonly Token[]): Token[] {
  return moveSpaces(tokens, 'close')
}

/** Moves each space after an opening inline tag to before it, and makes one of several. */
function leadingSpacesOut(tokens: readonly Token[]): Token[] {
  return moveSpaces(tokens.toReversed(), 'open').reverse()
}

function moveSpaces(tokens: readonly Token[], past: 'open' | 'close'): Token[] {
  const moved: Token[] = []
  let held = false
  for (const token of tokens) {
    if (token === space) {
      held = true
      continue
    }
    if (held && !(token.inline && token.kind === past)) {
      moved.push(space)
      held = false
    }
    moved.push(token)
  }
  return held ? [...moved, space] : moved
}
