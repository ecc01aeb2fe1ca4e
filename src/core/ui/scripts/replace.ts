import { announce } from './announce.ts'
import { enhance } from './enhance.ts'
import { type Field, fieldsOf, fill, heldIn } from './fields.ts'
import { findAll } from './find.ts'

/** The element of a new region that stands for one of the old: by its id, its name (and which of several choices), or its words. */
const twin = (fresh: Element, { id, name, type, value, localName, textContent }: Field): HTMLElement | undefined =>
  findAll<Field>(fresh, localName).find((one) =>
    id || name
      ? one.id === id && one.name === name && (!/radio|box|submit/.test(type) || one.value === value)
      : one.textContent === textContent,
  )

/**
 * Puts a new region in the place of the old one. The focus, the cursor and the scroll stay where they were, and so does
 * what was typed since: whatever differs from what `before` says of a field. A region may ask for the focus elsewhere,
 * with `data-focus`.
 */
export const replace = (old: HTMLElement, fresh: HTMLElement, before: (field: Field) => string): void => {
  const active = document.activeElement as Field
  const held = old.contains(active)
  const { selectionStart, selectionEnd } = active
  const [left, top] = [scrollX, scrollY]
  for (const field of fieldsOf(old)) {
    const same = heldIn(field) !== before(field) && twin(fresh, field)
    if (same) fill(same as Field, field)
  }
  old.replaceWith(fresh)
  scrollTo(left, top)
  if (held) {
    const [asked] = findAll(fresh, '[data-focus]')
    const next = asked ?? twin(fresh, active)
    if (!next) fresh.tabIndex = -1
    ;(next ?? fresh).focus({ preventScroll: !asked })
    if (!asked && next && selectionStart != null) (next as Field).setSelectionRange(selectionStart, selectionEnd)
  }
  announce(findAll(fresh, '[data-announce]')[0]?.textContent ?? '')
  enhance(fresh)
}
