import { type AgeBand, agesHeading, agesText, allAges, citation, type RowsBehind, type Sex } from '../evidence/index.ts'
import { bandsAged, bandsOf, peopleAged } from './age-counts.ts'
import { inDigits, type Missing, type Working } from './answer.ts'
import { type EditionName, editionInWords } from './edition.ts'
import { figureId } from './figure-id.ts'
import { peopleInWords, sexInWords } from './people-in-words.ts'
import {
  type Counted,
  countedIn,
  type Edition,
  editionsWith,
  type Population,
  thatAre,
  withYear,
} from './population.ts'

/** Which people are asked for; without a year the latest estimated, without an edition the preferred one of that year. */
export interface PeopleAsked extends Partial<EditionName> {
  readonly year?: number | undefined
  readonly ages?: AgeBand | undefined
  readonly sex?: Sex | undefined
}

/** How many people of some ages live in an area in a year, with the rows that were added up. */
export function populationFigureOf(population: Population, asked: PeopleAsked): Working {
  const found = findPeople(population, asked)
  if ('missing' in found) return found
  const { year, ages, sex, edition, counted, bands } = found
  const { area } = population
  const value = bands.reduce((total, { people }) => total + people, 0)
  const usual = editionsWith(population, year)[0] === edition
  return {
    figure: {
      id: figureId({
        measure: 'population',
        area: area.code,
        year,
        toYear: null,
        ages,
        sex,
        edition: usual ? null : edition,
      }),
      measure: 'population',
      label: peopleInWords(sex, ages),
      value,
      unit: 'people',
      period: String(year),
      area,
      ages: agesText(ages),
      sex,
      basis: edition.kind,
      interval: null,
      comparator: null,
      method: methodOf(found),
      sources: [citation(edition.source, `${area.name}, ${year}`)],
      status: isPrinted(found) ? 'printed' : 'derived',
      note: noteOnOthers(population, found),
      suppressed: false,
    },
    get behind() {
      return behind([{ year, counted, ages }])
    },
  }
}

export interface FoundPeople {
  readonly year: number
  readonly ages: AgeBand
  readonly sex: Sex
  readonly edition: Edition
  readonly counted: Counted
  readonly bands: readonly { readonly band: AgeBand; readonly people: number }[]
}

/** The row or rows that answer, or why none does. */
export function findPeople(population: Population, asked: PeopleAsked): FoundPeople | Missing {
  const { ages = allAges, sex = 'all' } = asked
  const { name } = population.area
  const wanted = withYear(population, asked)
  if (!wanted) return { missing: `No population figures of ${name} have been imported.` }
  const { year } = wanted
  const editions = editionsWith(population, year).filter(thatAre(wanted))
  const edition = editions.find((one) => countedIn(population, one, year, sex))
  const counted = edition && countedIn(population, edition, year, sex)
  if (!counted) return { missing: `No population figures of ${name} for ${year} have been imported.` }
  const bands = bandsAged(counted, ages)
  if (!bands) return { missing: bandsDoNotFit(population, edition, year, counted, ages) }
  return { year, ages, sex, edition, counted, bands }
}

/** Why people of some ages can't be told from the bands of an edition. */
export function bandsDoNotFit(
  { area }: Population,
  edition: EditionName,
  year: number,
  counted: Counted,
  ages: AgeBand,
): string {
  const bands = bandsOf(counted).map(({ band }) => agesHeading(band))
  return `The ${editionInWords(edition)} for ${area.name} in ${year} has the age bands ${bands.join(', ')}; people ${agesHeading(ages)} can’t be told from them.`
}

/** Whether the edition has the very number: one band, or the total of one row. */
const isPrinted = ({ ages, bands, counted }: FoundPeople): boolean =>
  counted.rows.length === 1 && (bands.length === 1 || agesText(ages) === 'all')

function methodOf(found: FoundPeople): string {
  const from = `Taken from the ${editionInWords(found.edition)}`
  if (isPrinted(found)) return `${from} as it stands there.`
  const sums = [
    ...(found.bands.length > 1 ? [`${found.bands.length} ages or age bands added up`] : []),
    ...(found.counted.rows.length > 1 ? ['women and men added up'] : []),
  ]
  return `${from}: ${sums.join('; ')}. Nothing is rounded.`
}

/** Where another edition tells another number of the same people, it is said, so that nobody is surprised to find it. */
function noteOnOthers(population: Population, { year, ages, sex, edition, bands }: FoundPeople): string | null {
  const told = bands.reduce((total, { people }) => total + people, 0)
  const others = editionsWith(population, year).filter((other) => other !== edition)
  const sentences = others.flatMap((other) => {
    const counted = countedIn(population, other, year, sex)
    const people = counted && peopleAged(counted, ages)
    const verb = other.kind === 'estimate' ? 'say' : 'says'
    return people === undefined || people === told ? [] : [`The ${editionInWords(other)} ${verb} ${inDigits(people)}.`]
  })
  return sentences.length > 0 ? sentences.join(' ') : null
}

/** The rows of people behind a figure, one for each age band, sex and year. */
export function behind(
  parts: readonly { readonly year: number; readonly counted: Counted; readonly ages: AgeBand }[],
): RowsBehind {
  return {
    columns: [
      { key: 'year', label: 'Year', numeric: false },
      { key: 'ages', label: 'Ages', numeric: false },
      { key: 'sex', label: 'Sex', numeric: false },
      { key: 'people', label: 'People', numeric: true },
      { key: 'edition', label: 'Edition', numeric: false },
      { key: 'file', label: 'File', numeric: false },
      { key: 'line', label: 'Line', numeric: true },
    ],
    rows: parts.flatMap(({ year, counted, ages }) =>
      counted.rows.flatMap((row) =>
        (bandsAged(row, ages) ?? []).map(({ band, people }) => [
          String(year),
          agesHeading(band),
          sexInWords(row.sex),
          people,
          editionInWords(row.edition),
          row.file,
          row.line,
        ]),
      ),
    ),
  }
}
