import type { Content } from './content.ts'

/** Plain text as a paragraph; anything longer brings its own markup. */
export function Passage({ content }: { readonly content: Content }) {
  if (typeof content !== 'string' || !content) return <>{content}</>
  return <p class="govuk-body">{content}</p>
}
