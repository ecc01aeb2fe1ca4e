import { DataTable } from '../../../core/ui/parts/index.ts'
import type { Volume } from '../../../market/index.ts'
import { basisText, periodText, unitText, valueText } from '../../figure-words.ts'
import { figurePath, gapCellPath, sourcePath } from '../../paths.ts'

/** What documents name as short or say that they want, with a number or without. */
export function Shortages({ slug, caption, volumes }: { slug: string; caption: string; volumes: readonly Volume[] }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { heading: 'What is said' },
        { heading: 'Number', align: 'number' },
        { heading: 'Where' },
        { heading: 'Source' },
      ]}
      missing="named without a number"
      rows={volumes.map((volume) => [
        <span>
          <a href={figurePath(slug, volume.id)}>{volume.finding}</a>
          <small class="m-under">
            {[
              volume.service.name,
              volume.role === 'target' ? 'a target' : 'a shortage',
              volume.period && periodText(volume.period),
            ]
              .filter(Boolean)
              .join(', ')}
          </small>
        </span>,
        volume.value === null && !volume.suppressed ? null : (
          <span>
            {basisText(volume)} {valueText(volume)} <small class="m-under">{unitText(volume)}</small>
          </span>
        ),
        <a href={gapCellPath(slug, volume.area.code, volume.service.key)}>{volume.area.name}</a>,
        <VolumeSource slug={slug} volume={volume} />,
      ])}
    />
  )
}

/** Where a volume was taken from, with the place in it. */
export function VolumeSource({ slug, volume }: { slug: string; volume: Pick<Volume, 'sources'> }) {
  const [source] = volume.sources
  if (!source) return <>not named</>
  return (
    <span>
      <a href={sourcePath(slug, source.key)}>{source.title}</a>
      {source.locus ? <small class="m-under">{source.locus}</small> : null}
    </span>
  )
}
