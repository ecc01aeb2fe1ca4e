/** Whom a figure counts, as official statistics divide people. */
export type Sex = 'all' | 'female' | 'male'

const words: Readonly<Record<string, Sex>> = {
  all: 'all',
  both: 'all',
  'both sexes': 'all',
  persons: 'all',
  people: 'all',
  total: 'all',
  female: 'female',
  females: 'female',
  f: 'female',
  women: 'female',
  male: 'male',
  males: 'male',
  m: 'male',
  men: 'male',
}

/** The sex that a cell names in any of the usual words; undefined when it names none. */
export const parseSex = (text: string): Sex | undefined => words[text.trim().toLowerCase()]
