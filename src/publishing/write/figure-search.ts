import type { Section } from '../../evidence/index.ts'
import { isWanted } from '../figure-filter.ts'
import { findingOf } from '../figure-finding.ts'
import type { PublishedFigure } from '../figure-row.ts'

/** What a writer looks for among the figures; empty parts leave it open. */
export interface FigureSearch {
  readonly words: string
  readonly section: Section | undefined
  /** An area's code. */
  readonly area: string | undefined
  readonly year: number | undefined
}

/** One page of what was found. */
export interface FiguresFound {
  readonly figures: readonly PublishedFigure[]
  readonly total: number
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** As many figures as one page of a search shows. */
export const figuresOnPage = 20

/** The figures that have every word somewhere in what they say, a page of them; those in the section being written come first. */
export function searchFigures(
  all: readonly PublishedFigure[],
  search: FigureSearch,
  asked: { readonly page: number; readonly first: Section },
): FiguresFound {
  const words = folded(search.words).match(/\S+/g) ?? []
  const { section, area, year } = search
  const found = all
    .filter((figure) => isWanted(figure, { section, area, year }))
    .filter((figure) => {
      const said = folded(saidBy(figure))
      return words.every((word) => said.includes(word))
    })
  const ordered = [
    ...found.filter((figure) => figure.section === asked.first),
    ...found.filter((figure) => figure.section !== asked.first),
  ]
  const pages = Math.max(1, Math.ceil(ordered.length / figuresOnPage))
  const page = Math.min(Math.max(1, asked.page), pages)
  return {
    figures: ordered.slice((page - 1) * figuresOnPage, page * figuresOnPage),
    total: ordered.length,
    page,
    pages,
  }
}

const saidBy = (figure: PublishedFigure): string =>
  [
    findingOf(figure),
    figure.label,
    figure.theme,
    figure.measure,
    figure.area.name,
    figure.period,
    ...figure.sources.map(({ title }) => title),
  ].join(' ')

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The areas that figures are about, by name. */
export const areasIn = (figures: readonly PublishedFigure[]): { code: string; name: string }[] =>
  [...new Map(figures.map(({ area }) => [area.code, area])).values()].toSorted((a, b) => a.name.localeCompare(b.name))
