import { type Column, decimalNumber, type Reading, type Row, wholeNumber } from '../core/import/index.ts'
import { parseSex, type Sex } from '../evidence/index.ts'
import { type AgeColumns, ageColumns } from './age-columns.ts'
import type { PopulationKind } from './edition.ts'

/** The two shapes of file: single years of age as National Records of Scotland publish them, or any bands. */
export type PopulationLayout = 'nrs' | 'bands'

/** One row of a file: the people of one area, year and sex, by age. */
export interface PopulationLine {
  readonly areaCode: string
  readonly year: number
  readonly sex: Sex
  readonly allAges: number
  readonly people: readonly number[]
  readonly line: number
}

/** What the rows of a file are checked against. */
export interface PopulationContext {
  readonly areaOf: (text: string) => { readonly code: string } | undefined
}

const leading: Record<PopulationLayout, readonly Column[]> = {
  nrs: [
    { key: 'year', names: ['Year'] },
    // Council areas, boards, integration authorities, zones: the same layout under another name.
    { key: 'area', names: ['CA', /^(CA|HB|HSCP|IZ|IntZone|DataZone|LA|Area)(\d{4})?( ?code)?$/i] },
    { key: 'sex', names: ['Sex'] },
    { key: 'all', names: ['AllAges', 'All ages'] },
  ],
  bands: [
    { key: 'year', names: ['year'] },
    { key: 'area', names: ['area', 'area code', 'code'] },
    { key: 'sex', names: ['sex'] },
    { key: 'all', names: ['all', 'all ages', 'allages', 'total'] },
  ],
}

/** The columns of a header in a layout; ages that don't hold everyone once are refused in a sentence. */
export function populationColumns(layout: PopulationLayout, header: readonly string[]): AgeColumns {
  const ages = ageColumns(header)
  return { columns: [...leading[layout], ...ages.columns], lowerAges: ages.lowerAges }
}

/** Reads rows of people by age; `thisYear` is the last year that anyone can have been counted in. */
export function readPopulation(kind: PopulationKind, lowerAges: readonly number[], thisYear: number) {
  const ageKeys = lowerAges.map((age) => `age-${age}`)
  return (row: Row, { areaOf }: PopulationContext): Reading<PopulationLine> => {
    const problems: { column: string; reason: string }[] = []
    const refuse = (key: string, reason: string) => problems.push({ column: row.nameOf(key), reason })
    const count = (key: string): number | undefined => {
      const value = wholeNumber(row.cell(key))
      if (value === undefined) refuse(key, whyNotACount(row.cell(key)))
      return value
    }
    const year = readYear(row.cell('year'))
    if (year === undefined) refuse('year', quoted(row.cell('year'), 'is not a year.'))
    if (kind === 'estimate' && year !== undefined && year > thisYear) {
      refuse('year', `${year} has not been yet, so there is no estimate for it. Is this a projection?`)
    }
    const area = areaOf(row.cell('area'))
    if (!area) refuse('area', quoted(row.cell('area'), 'is not the code or name of an area that is known here.'))
    const sex = parseSex(row.cell('sex'))
    if (!sex) refuse('sex', quoted(row.cell('sex'), 'is not a sex: write All, Female or Male.'))
    const allAges = count('all')
    const people = ageKeys.map(count)
    const sum = people.reduce<number>((total, number) => total + (number ?? 0), 0)
    if (allAges !== undefined && sum !== allAges && !people.includes(undefined)) {
      refuse('all', `The ages add up to ${inWords(sum)}, and this says ${inWords(allAges)}.`)
    }
    if (problems.length > 0 || !year || !area || !sex || allAges === undefined) return { problems }
    return { value: { areaCode: area.code, year, sex, allAges, people: people.map(Number), line: row.line } }
  }
}

function readYear(text: string): number | undefined {
  const year = /^\d{4}$/.test(text) ? Number(text) : undefined
  return year !== undefined && year >= 1800 && year <= 2200 ? year : undefined
}

function whyNotACount(text: string): string {
  if (text === '') return 'The number of people is missing.'
  const number = decimalNumber(text)
  if (number === undefined) return `“${text}” is not a number.`
  return number < 0 ? `${text} is below zero.` : `${text} is not a whole number of people.`
}

const quoted = (text: string, rest: string) => (text === '' ? 'This is missing.' : `“${text}” ${rest}`)

const inWords = (number: number) => number.toLocaleString('en-GB')
