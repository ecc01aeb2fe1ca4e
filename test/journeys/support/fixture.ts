/** A fixture that needs no other: gives something to a test, or to all of a worker, and takes it back after them. */
export const alone =
  <Given>(give: (use: (given: Given) => Promise<void>) => Promise<void>) =>
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
  async ({}: object, use: (given: Given) => Promise<void>): Promise<void> =>
    give(use)
