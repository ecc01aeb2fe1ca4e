import { contrast, isHexColour } from '../contrast.ts'

/** The palest ground that a brand's colour stands on: stone, as in the stylesheet's tokens. */
const stone = '#f3f4f0'

const leastContrast = 4.5

/** Why a colour can't be a partnership's brand, as a sentence; undefined when it can. */
export function brandProblem(colour: string): string | undefined {
  if (!isHexColour(colour)) return 'The colour must be written as # and three or six digits, such as #5b2a68.'
  const ratio = contrast(colour, stone)
  // Rounded down, so that a colour just short never reads as enough.
  const shown = (Math.floor(ratio * 10) / 10).toFixed(1)
  if (ratio < leastContrast)
    return `The colour is too pale to read: its contrast is ${shown}, and ${leastContrast} is needed.`
  return undefined
}

/** The stylesheet of one partnership: its colour for the mark, the ground line and the current tab, and nothing else. */
export function brandStylesheet(colour: string): string {
  const problem = brandProblem(colour)
  if (problem) throw new RangeError(problem)
  return `:root{--govuk-brand-colour:${colour.toLowerCase()}}\n`
}

/** The identity a page stands under: a partnership's, or none. */
export type Brand = PartnershipBrand | NeutralBrand

export interface PartnershipBrand {
  readonly kind: 'partnership'
  /** First part of the partnership's addresses, and the name of its stylesheet. */
  readonly slug: string
  /** "West Lothian" */
  readonly name: string
  /** "Health and Social Care Partnership" */
  readonly subtitle?: string | undefined
  readonly colour: string
}

/** For pages of no partnership: the list of partnerships, errors, sign-in. */
export interface NeutralBrand {
  readonly kind: 'neutral'
}

/** Where a partnership's stylesheet is served; the colour in it lets browsers keep it until the colour changes. */
export const brandHref = ({ slug, colour }: PartnershipBrand): string =>
  `/static/brand/${slug}.css?${colour.replace('#', '').toLowerCase()}`
