import type { Source } from '../../../evidence/index.ts'
import type { Boundary } from '../../../places/index.ts'
import { sourcePath } from '../../paths.ts'

export interface BoundarySourceProps {
  readonly slug: string
  readonly boundaries: ReadonlyMap<string, Boundary>
  readonly sources?: ReadonlyMap<string, Source> | undefined
}

/** Whose boundaries a map draws, and of which year: their licences ask for it, in the words of the file or else of the source's note. */
export function BoundarySource({ slug, boundaries, sources }: BoundarySourceProps) {
  const [first] = boundaries.values()
  if (!first) return null
  const years = [...new Set([...boundaries.values()].flatMap(({ edition }) => edition ?? []))].toSorted()
  const source = sources?.get(first.sourceKey ?? '')
  return (
    <p class="m-small m-2">
      Boundaries{years.length > 0 ? ` of ${years.join(', ')}` : ''}, simplified.{' '}
      {first.sourceKey ? (
        <>
          <a href={sourcePath(slug, first.sourceKey)}>{source ? source.title : 'Their source and its licence'}</a>
          {source ? `, ${source.licence}` : ''}.{' '}
        </>
      ) : null}
      {first.attribution ??
        source?.note ??
        (first.sourceKey ? null : 'Their source was not recorded when they were imported.')}
    </p>
  )
}
