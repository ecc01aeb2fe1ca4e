import { type Column, decimalNumber, type Row } from '../../core/import/index.ts'
import { ratingScales } from '../reference/rating-scales.ts'
import { type RegisterCells, registerCells, shortened } from './register-cells.ts'
import { type RegisterContext, type RegisterReading, whereabouts } from './register-row.ts'
import type { Sector } from './regulator.ts'
import type { RegisterDetail } from './schema.ts'

/** Columns that are ticked: one for each kind of service, one for each band of people. */
const families = { type: /^service type\s*[-–:]\s*/i, band: /^service user band\s*[-–:]\s*/i } as const

type Family = keyof typeof families

/** The columns of the directory of the Care Quality Commission (the sheet of active locations), by name and not by place. */
export const cqcColumns = (header: readonly string[]): readonly Column[] => [
  { key: 'number', names: ['Location ID', 'CQC Location ID'] },
  { key: 'name', names: ['Location Name', 'Name'] },
  { key: 'council', names: ['Location Local Authority', 'Local Authority'] },
  { key: 'anyType', names: ['Service type - Care home service with nursing', families.type] },
  { key: 'registered', names: ['Location HSCA start date', 'HSCA start date'], optional: true },
  { key: 'dormant', names: [/^(location )?dormant/i], optional: true },
  { key: 'careHome', names: [/^(location )?care homes?\s*\?$/i], optional: true },
  { key: 'beds', names: [/^(location )?care homes?.? beds/i], optional: true },
  { key: 'kind', names: ['Location Type/Sector', 'Type/Sector'], optional: true },
  { key: 'directorate', names: [/^(location )?inspection directorate/i], optional: true },
  { key: 'category', names: [/^(location )?primary inspection category/i], optional: true },
  { key: 'rating', names: [/^(location )?latest overall rating$/i], optional: true },
  { key: 'ratedOn', names: ['Publication Date', 'Location Publication Date'], optional: true },
  { key: 'district', names: ['Location District', 'District'], optional: true },
  { key: 'ward', names: ['Location Ward', 'Ward'], optional: true },
  { key: 'town', names: ['Location City', 'City', 'Town'], optional: true },
  { key: 'postcode', names: [/^(location )?post(al )?code$/i], optional: true },
  { key: 'latitude', names: [/^(location )?latitude$/i], optional: true },
  { key: 'longitude', names: [/^(location )?longitude$/i], optional: true },
  { key: 'providerNumber', names: ['Provider ID'], optional: true },
  { key: 'provider', names: ['Provider Name'], optional: true },
  { key: 'ownership', names: [/^provider ownership/i], optional: true },
  { key: 'charity', names: [/^provider charity number/i], optional: true },
  ...(Object.keys(families) as Family[]).flatMap((family) => ticked(header, family)),
]

const ticked = (header: readonly string[], family: Family): Column[] =>
  header.flatMap((name) =>
    families[family].test(name.trim())
      ? [{ key: `${family}:${name.trim().replace(families[family], '')}`, names: [name], optional: true }]
      : [],
  )

/** A reader of rows under one header of the directory. */
export function cqcReader(header: readonly string[]): (row: Row, context: RegisterContext) => RegisterReading {
  const [types, bands] = [wordsOf(header, 'type'), wordsOf(header, 'band')]
  return (row, context) => readCqc(row, context, types, bands)
}

const wordsOf = (header: readonly string[], family: Family): string[] =>
  ticked(header, family).map(({ key }) => key.slice(family.length + 1))

function readCqc(
  row: Row,
  context: RegisterContext,
  types: readonly string[],
  bands: readonly string[],
): RegisterReading {
  const cells = registerCells(row, context.today)
  const said = cells.text('number')
  const number = said.toUpperCase()
  if (!/^[A-Z0-9][A-Z0-9-]{2,19}$/.test(number)) {
    const reason =
      number === '' ? 'The location has no number.' : `“${shortened(said)}” is not the number of a location.`
    return { problems: [{ column: row.nameOf('number'), reason }] }
  }
  const is = (family: Family, words: readonly string[]) =>
    words.filter((word) => /^y/i.test(cells.text(`${family}:${word}`)))
  const careHome = /^y/i.test(cells.text('careHome'))
  // A service that ticks several kinds is first of all a care home.
  const kinds = is('type', types).toSorted((a, b) => Number(/^care home/i.test(b)) - Number(/^care home/i.test(a)))
  const people = is('band', bands)
  const type = context.terms.serviceType(kinds, people)
  if (type === null && !careHome && !/social care/i.test(`${cells.text('directorate')} ${cells.text('category')}`)) {
    return { value: null }
  }
  if (type === undefined) {
    const reason = kinds[0]
      ? `“${shortened(kinds[0])}” is not a kind of service that is known here.`
      : 'No kind of service is ticked.'
    cells.note('anyType', reason)
  }
  const { unknown, nation, ...where } = whereabouts(
    cells,
    context,
    { council: 'council', smaller: ['ward', 'district'], columnName: row.nameOf('council'), allKnown: false },
    () => pointIn(cells, context),
  )
  const beds = careHome ? cells.count('beds') || null : null
  const inRegister = kinds[0] ?? 'Not stated'
  const sector = sectorOf(cells, context)
  const detail: RegisterDetail = {
    number,
    name: cells.text('name') || number,
    status: /^y/i.test(cells.text('dormant')) ? 'inactive' : 'active',
    client_group: people.length > 0 && people.every((band) => /^child/i.test(band)) ? 'children' : 'adults',
    care_service: inRegister,
    subtype:
      type === 'care-home-older-people' ? 'Older People' : (careHome ? people : kinds.slice(1)).join('; ') || null,
    service_type: type ?? null,
    care_groups: context.terms.careGroups(people),
    sector_word: cells.text('ownership') || cells.text('kind') || 'Not stated',
    sector,
    in_house: sector === 'local-authority',
    ...where,
    town: cells.text('town') || null,
    postcode: cells.text('postcode').toUpperCase() || null,
    provider_number: cells.text('providerNumber') || null,
    // The name of a provider that is one person is a person's name.
    provider_name: /^individual/i.test(cells.text('ownership')) ? null : cells.text('provider') || null,
    places: beds,
    beds,
    staff: null,
    ...ratingOf(cells),
    graded_on: cells.date('ratedOn'),
    inspected_on: null,
    registered_on: cells.date('registered'),
    decile: null,
  }
  return { value: { detail, flags: cells.flags, latest: cells.latest(), unknown, nation } }
}

function pointIn(cells: RegisterCells, { placeAt }: RegisterContext): string | undefined {
  const [longitude, latitude] = [decimalNumber(cells.text('longitude')), decimalNumber(cells.text('latitude'))]
  return longitude === undefined || latitude === undefined ? undefined : placeAt(longitude, latitude)
}

/** Who owns a service: the directory says what kind of body runs it, a charity's number, and its name. */
function sectorOf(cells: RegisterCells, { terms }: RegisterContext): Sector {
  const word = cells.text('ownership')
  const said = terms.sector(word)
  if (said === undefined && word !== '') {
    cells.note('ownership', `“${shortened(word)}” is not a kind of body that is known here.`, true)
  }
  const name = cells.text('provider')
  if (/\bcouncil$|\b(county|city|borough|district) council\b|^(london|royal) borough of\b/i.test(name))
    return 'local-authority'
  if (said) return said
  if (/^nhs\b/i.test(cells.text('kind')) || /\bNHS\b.*\btrust\b/i.test(name)) return 'nhs'
  if (cells.text('charity') !== '') return 'voluntary'
  return said === null ? 'private' : 'other'
}

const scale = ratingScales.find(({ key }) => key === 'cqc-ratings')

type Rating = Pick<RegisterDetail, 'rating_scale' | 'lowest_grade' | 'highest_grade' | 'grades'>

function ratingOf(cells: RegisterCells): Rating {
  const text = cells.text('rating')
  const found = scale?.grades.find((grade) => grade.word.toLowerCase() === text.toLowerCase())
  if (!found && text !== '' && !/^(no|not|insufficient|inspected but|unrated|under review)\b/i.test(text)) {
    cells.note('rating', `“${shortened(text)}” is not a rating.`, true)
  }
  const rank = found?.rank ?? null
  return {
    rating_scale: found && scale ? scale.key : null,
    lowest_grade: rank,
    highest_grade: rank,
    grades: rank === null ? {} : { overall: rank },
  }
}
