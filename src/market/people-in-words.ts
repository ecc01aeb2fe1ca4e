import { type AgeBand, agesInWords, type Sex } from '../evidence/index.ts'

const words: Record<Sex, string> = { all: 'People', female: 'Women and girls', male: 'Men and boys' }
const grown: Record<Sex, string> = { all: 'People', female: 'Women', male: 'Men' }

/** Whom a figure counts: "People aged 75 and over", "Women aged 65 to 74", "Men and boys of all ages". */
export const peopleInWords = (sex: Sex, ages: AgeBand): string =>
  `${(ages.from >= 18 ? grown : words)[sex]} ${agesInWords(ages)}`

/** A sex as a table names it. */
export const sexInWords = (sex: Sex): string => ({ all: 'All', female: 'Female', male: 'Male' })[sex]
