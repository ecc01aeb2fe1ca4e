import type { SectionSlug } from '../section.ts'

interface Emptiness {
  readonly what: string
  readonly why: string
}

const because =
  (what: string, fill: string) =>
  (title: string): Emptiness => ({
    what,
    why: `The published documents of ${title} print none of it. ${fill}`,
  })

/** For each section that has nothing: what would be here, and what would fill it. */
export const emptySections: Readonly<Record<SectionSlug, (title: string) => Emptiness>> = {
  about: because(
    'Who the partnership is and which places it serves stand here.',
    'Importing its areas fills the map and the lists.',
  ),
  messages: because('The key messages to providers stand here.', 'They appear once the partnership writes them.'),
  population: because(
    'How many people live here, by age, now and in coming years, stands here.',
    'Importing the official estimates and projections of the area fills it.',
  ),
  demand: because(
    'How many people are expected to need care stands here.',
    'It is worked out from a projection by age and sex and from published rates, once both are imported.',
  ),
  supply: because(
    'The services, places and providers of the area stand here.',
    'Importing the regulator’s register of services fills it.',
  ),
  gaps: because(
    'Where need is larger than supply stands here.',
    'It takes figures of need and of supply for the same areas and services.',
  ),
  finance: because(
    'What is budgeted and spent, in-house and with providers, stands here.',
    'Importing budgets by care group and by service fills it.',
  ),
  workforce: because(
    'Who works in care here, and how many are lacking, stands here.',
    'Providers’ workforce returns fill it.',
  ),
  pressures: because('What presses on services stands here.', 'It appears once the partnership writes it.'),
}
