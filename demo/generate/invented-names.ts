import type { Random } from '../../src/core/values/index.ts'

/** Every invented name begins with one of these, so that none can be taken for a real service. */
const openings = ['Example', 'Sample', 'Invented', 'Imaginary', 'Made-Up', 'Pretend', 'Specimen', 'Fictional'] as const

const things = [
  ...['Alder', 'Ash', 'Aspen', 'Beech', 'Birch', 'Bramble', 'Cedar', 'Clover', 'Curlew', 'Elm', 'Fern', 'Finch'],
  ...['Gorse', 'Hawthorn', 'Hazel', 'Heather', 'Holly', 'Ivy', 'Juniper', 'Kestrel', 'Larch', 'Lark', 'Laurel'],
  ...['Linden', 'Lochan', 'Maple', 'Meadow', 'Moss', 'Oak', 'Orchard', 'Pine', 'Plover', 'Poplar', 'Primrose'],
  ...['Rowan', 'Rush', 'Sedge', 'Sorrel', 'Swallow', 'Thistle', 'Thrush', 'Willow', 'Wren', 'Yarrow'],
] as const

/** How names end, by what they name. */
export const endings = {
  'care-home': ['House', 'Court', 'Lodge', 'View', 'Grange', 'Gardens', 'Nursing Home', 'Court Care Home', 'Care Home'],
  'small-home': ['Cottage', 'Close', 'Crescent', 'Villa', 'Corner'],
  'care-at-home': ['Care at Home', 'Home Care', 'Homecare', 'Support at Home', 'Carers'],
  'housing-support': ['Housing Support', 'Tenancy Support', 'Supported Tenancies'],
  'supported-living': ['Supported Living', 'Living Support', 'Own Front Door'],
  'extra-care': ['Court Extra Care', 'Gardens Extra Care'],
  'day-support': ['Day Centre', 'Day Opportunities', 'Resource Centre'],
  'short-breaks': ['Short Breaks', 'Respite House'],
  'shared-lives': ['Shared Lives'],
  'nurse-agency': ['Nurse Agency'],
  'childrens-home': ['Young People’s House'],
  company: ['Care Ltd', 'Homes Ltd', 'Support Ltd', 'Care Group Ltd', 'Living Ltd'],
  charity: ['Trust', 'Association', 'Care Charity'],
} as const satisfies Record<string, readonly string[]>
export type Ending = keyof typeof endings

const all = Object.values(endings).flat()

/** Councils are named after the ground they serve, and said to be invented. */
export const councilName = (place: string): string => `Invented ${place} Council`

/** Whether a name is one that only this demonstration gives. */
export function isInvented(name: string): boolean {
  if (/^Invented [A-Z][A-Za-z ]+ Council$/.test(name)) return true
  const [opening = '', thing = '', ...rest] = name.split(' ')
  const ending = rest.join(' ')
  return [openings, things, all].every((list, at) =>
    (list as readonly string[]).includes([opening, thing, ending][at] ?? ''),
  )
}

/** Gives names, never one twice. */
export function namesOf(random: Random): (ending: Ending) => string {
  const given = new Set<string>()
  return (ending) => {
    for (;;) {
      const name = `${random.pick(openings)} ${random.pick(things)} ${random.pick(endings[ending])}`
      if (given.has(name)) continue
      given.add(name)
      return name
    }
  }
}
