/** What a mark is inked in: need madder, supply loch, ink, grey, or one of seven categories taken in this order. */
export type Tone = 'need' | 'supply' | 'ink' | 'grey' | 'c1' | 'c2' | 'c3' | 'c4' | 'c5' | 'c6' | 'c7'

/** How a line is broken, so that lines differ without colour. */
export type Dash = 'solid' | 'dash' | 'dot' | 'long'

/** The class that fills with a tone. */
export const fill = (tone: Tone): string => `f-${tone}`

/** The class that draws a line in a tone. */
export const stroke = (tone: Tone): string => `k-${tone}`

/** The class that breaks a line; none for a solid one. */
export const dashClass = (dash: Dash): string => (dash === 'solid' ? '' : ` ${dash}`)
