type Enhancement = (root: ParentNode) => void

let enhancements: readonly Enhancement[] = []

/** Says what is done to every part of a page as it comes to stand in the document. */
export const enhanceWith = (...all: Enhancement[]): void => {
  enhancements = all
}

/** Does it, to the page at first and then to each region that is put in. */
export const enhance = (root: ParentNode): void => {
  for (const one of enhancements) one(root)
}
