import type { Id } from '../../../core/values/index.ts'
import type { Source } from '../../../evidence/index.ts'
import type { PublishedFigure } from '../../figure-row.ts'
import type { FormMistake } from '../blocks-of-form.ts'
import type { SectionForm } from '../section-form.ts'

/** What the form of a section needs to be drawn. */
export interface Writing {
  readonly slug: string
  readonly form: SectionForm
  /** The figures that blocks place, as they stand now; one that is gone is missing. */
  readonly figures: ReadonlyMap<string, PublishedFigure>
  readonly sources: ReadonlyMap<string, Pick<Source, 'key' | 'title'>>
  readonly mistakes: readonly FormMistake[]
  /** The element that takes the focus when the form comes back. */
  readonly focus: string | null
}

/** What is wrong with a part of a block, to stand at its field. */
export const mistakeAt = (
  { mistakes }: Pick<Writing, 'mistakes'>,
  block: Id,
  part: FormMistake['part'],
): string | undefined => mistakes.find((one) => one.block === block && one.part === part)?.sentence

/** The number of a block as its legend says it, so that a button can be told from its like. */
export const placeIn = ({ form }: Pick<Writing, 'form'>, id: Id): number =>
  form.blocks.findIndex((block) => block.id === id) + 1
