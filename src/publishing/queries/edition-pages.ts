import type { Partnership } from '../../core/auth/index.ts'
import type { Db } from '../../core/db/index.ts'
import { sourceMap } from '../../evidence/index.ts'
import { figureIdsOf } from '../block-parts.ts'
import type { Names } from '../compare-blocks.ts'
import type { SectionSlug } from '../section.ts'
import { changedSections } from './changes.ts'
import { editionByNumber, editionFigures, editionsOf } from './editions.ts'
import { figureChanges } from './figure-changes.ts'

/** A page of the list of editions, with the number of the latest. At most two queries. */
export async function editionsPage(db: Db, { id }: Partnership, before: number | undefined) {
  const page = await editionsOf(db, id, { before })
  const [latest] = before === undefined ? page.editions : (await editionsOf(db, id, { limit: 1 })).editions
  return { ...page, latest: latest?.number ?? 0 }
}

/** One section of an edition: its words, and the figures that it shows or places, as they were. Three queries. */
export async function editionSection(db: Db, { id }: Partnership, number: number, section: SectionSlug) {
  const { edition, words, latest, sources } = await editionByNumber(db, id, number, [section])
  const blocks = words.get(section) ?? []
  const figures = await editionFigures(db, id, edition.id, { section, ids: figureIdsOf(blocks) })
  return { edition, latest, section, blocks, figures, sources: new Map([...(await sourceMap(db)), ...sources]) }
}

/** A whole edition with every figure of it. Three queries. */
export async function wholeEdition(db: Db, { id }: Partnership, number: number) {
  const { edition, words, latest, sources } = await editionByNumber(db, id, number)
  return {
    edition,
    words,
    latest,
    figures: await editionFigures(db, id, edition.id),
    sources: new Map([...(await sourceMap(db)), ...sources]),
  }
}

/** Two editions with everything that differs between them. At most six queries. */
export async function comparison(db: Db, { id }: Partnership, earlier: number, later: number) {
  const [before, after] = [await editionByNumber(db, id, earlier), await editionByNumber(db, id, later)]
  const sections = changedSections(before.words, after.words)
  const placed = figureIdsOf(sections.flatMap((change) => [...change.before, ...change.after]))
  const figures = [
    ...(await editionFigures(db, id, before.edition.id, { ids: placed })),
    ...(await editionFigures(db, id, after.edition.id, { ids: placed })),
  ]
  const bothHaveFigures = before.figures.size > 0 && after.figures.size > 0
  const sources = await sourceMap(db)
  const labels = new Map(figures.map((figure) => [figure.id, figure.label]))
  const names: Names = {
    figure: (figure) => labels.get(figure) ?? figure,
    source: (key) => sources.get(key)?.title ?? key,
  }
  return {
    before: before.edition,
    after: after.edition,
    latest: after.latest,
    sections,
    figures: bothHaveFigures ? await figureChanges(db, id, earlier, later) : [],
    bothHaveFigures,
    names,
  }
}
