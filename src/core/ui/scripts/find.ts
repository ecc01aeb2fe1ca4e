/** The elements inside one element, or it itself, that a selector finds. */
export const findAll = <T extends HTMLElement>(root: ParentNode, selector: string): T[] => [
  ...((root as Element).matches?.(selector) ? [root as unknown as T] : []),
  ...root.querySelectorAll<T>(selector),
]

/** The element with an id. */
export const byId = (id: string): HTMLElement | null => document.getElementById(id)
