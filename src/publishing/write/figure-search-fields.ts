import { keepableText } from '../block-reader.ts'
import { sectionBySlug } from '../section.ts'
import type { FigureSearch } from './figure-search.ts'
import type { Field } from './form-fields.ts'

/** What a search for figures was asked for by its fields; what can't be a year or a section is left open. */
export function readSearch(fields: Iterable<Field>): FigureSearch {
  const values = new Map(fields)
  const value = (name: string) => keepableText(values.get(name) ?? '').trim()
  return {
    words: value('q').slice(0, 200),
    section: sectionBySlug(value('q-section'))?.slug,
    area: value('q-area') || undefined,
    year: /^\d{4}$/.test(value('q-year')) ? Number(value('q-year')) : undefined,
  }
}
