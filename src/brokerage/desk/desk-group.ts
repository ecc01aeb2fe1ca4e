/** The parts of the desk, in their order: what waits for somebody here, who is to be asked, what providers have, what begins. */
export const deskGroups = ['act', 'send', 'with', 'start'] as const

export type DeskGroup = (typeof deskGroups)[number]

/** How many of a group the desk shows, and a page that shows one group alone. */
export const shownOf: { readonly [group in DeskGroup]: number } = { act: 20, send: 10, with: 20, start: 10 }
export const perPage = 50

/** Clock minutes before an answer is due from which it stands among what is to be acted on. */
export const soonMinutes = 15

/** Days ahead of which starts are shown. */
export const startsWithin = 7
