import { longDate, number } from '../../core/ui/format.ts'
import { type IsoDate, isIsoDate } from '../../core/values/index.ts'
import type { RegisterDetail } from './schema.ts'
import type { ComparedField, Difference } from './service-history.ts'

/** What is needed to say what a register says: the names of areas and the words of grades. */
export interface DetailWords {
  readonly areaNames: ReadonlyMap<string, string>
  readonly grade: (rank: number | null) => string
}

/** What each field of a register is called. */
export const fieldNames: Readonly<Record<ComparedField, string>> = {
  name: 'Name',
  status: 'Status',
  client_group: 'For',
  care_service: 'Kind of service',
  subtype: 'Sort',
  lowest_grade: 'Lowest grade',
  highest_grade: 'Highest grade',
  graded_on: 'Graded',
  places: 'Registered places',
  beds: 'Beds',
  staff: 'Staff, whole-time equivalents',
  provider_name: 'Provider',
  provider_number: 'Provider’s number',
  sector_word: 'Sector',
  in_house: 'Run by the council or health board',
  council: 'Council',
  place: 'Area',
  town: 'Town',
  postcode: 'Postcode',
  registered_on: 'Registered',
  inspected_on: 'Last inspected',
}

/** What a register says in one field, in words; "nothing" where it says nothing. */
export function fieldWords(field: ComparedField, value: RegisterDetail[ComparedField], words: DetailWords): string {
  if (field === 'lowest_grade' || field === 'highest_grade') return words.grade(value as number | null)
  if (value === null || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return number(value)
  if (field === 'council' || field === 'place') return words.areaNames.get(value) ?? value
  return isIsoDate(value) ? longDate(value as IsoDate) : value
}

/** One change as a line: "Registered places: 40, before 36". */
export const differenceWords = ({ field, before, after }: Difference, words: DetailWords): string =>
  `${fieldNames[field]}: ${fieldWords(field, after, words)}, before ${fieldWords(field, before, words)}`
