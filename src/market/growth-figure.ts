import { type AgeBand, agesText, allAges, citation, type Sex } from '../evidence/index.ts'
import { peopleAged } from './age-counts.ts'
import { inDigits, type Working } from './answer.ts'
import { type EditionName, editionInWords } from './edition.ts'
import { figureId } from './figure-id.ts'
import { growth } from './growth.ts'
import { peopleInWords } from './people-in-words.ts'
import { countedIn, editionsWith, type Population, thatAre } from './population.ts'
import { behind } from './population-figure.ts'

/** Between which years growth is asked for, of whom. */
export interface GrowthAsked extends Partial<EditionName> {
  readonly fromYear: number
  readonly toYear: number
  readonly ages?: AgeBand | undefined
  readonly sex?: Sex | undefined
}

/** How much the number of people of some ages grows between two years of one edition; years of different editions are never compared. */
export function growthFigureOf(population: Population, asked: GrowthAsked): Working {
  const { fromYear, toYear, ages = allAges, sex = 'all' } = asked
  const { area } = population
  const editions = editionsWith(population, fromYear, toYear)
  for (const edition of editions.filter(thatAre(asked))) {
    const [start, end] = [countedIn(population, edition, fromYear, sex), countedIn(population, edition, toYear, sex)]
    const [from, to] = [start && peopleAged(start, ages), end && peopleAged(end, ages)]
    if (!start || !end || from === undefined || to === undefined) continue
    const share = growth(from, to)
    if (share === undefined) return { missing: `${area.name} had nobody of these ages in ${fromYear}.` }
    const usual = editions[0] === edition
    return {
      figure: {
        id: figureId({
          measure: 'population-growth',
          area: area.code,
          year: fromYear,
          toYear,
          ages,
          sex,
          edition: usual ? null : edition,
        }),
        measure: 'population-growth',
        label: `Growth in ${lowerFirst(peopleInWords(sex, ages))}`,
        value: share * 100,
        unit: 'percent',
        period: `${fromYear} to ${toYear}`,
        area,
        ages: agesText(ages),
        sex,
        basis: edition.kind,
        interval: null,
        comparator: null,
        method: `(${inDigits(to)} − ${inDigits(from)}) ÷ ${inDigits(from)}, both from the ${editionInWords(edition)}.`,
        sources: [citation(edition.source, `${area.name}, ${fromYear} and ${toYear}`)],
        status: 'derived',
        note: null,
        suppressed: false,
      },
      get behind() {
        return behind([
          { year: fromYear, counted: start, ages },
          { year: toYear, counted: end, ages },
        ])
      },
    }
  }
  return { missing: `No one edition has these people of ${area.name} in both ${fromYear} and ${toYear}.` }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
