/** With this many recovery codes or fewer one is told to make new ones. */
const few = 3

/** How many recovery codes still open. */
export const codesLeft = (left: number): string =>
  left === 0 ? 'No recovery codes left' : left === 1 ? '1 recovery code left' : `${left} recovery codes left`

/** What to do about few recovery codes; undefined while there are enough. */
export const adviceOn = (left: number): string | undefined =>
  left > few
    ? undefined
    : left === 0
      ? 'Make new ones now: without your phone you could not sign in.'
      : 'Make new ones before they run out: without your phone they are the only way in.'
