import { DataTable, Finding } from '../../../core/ui/parts/index.ts'
import type { Series, Volume } from '../../../market/index.ts'
import { basisText, periodText, unitText, valueText } from '../../figure-words.ts'
import { figurePath } from '../../paths.ts'
import { forecastWords } from '../forecast-words.ts'
import { VolumeSource } from './shortages.tsx'

/** Numbers over time: what was measured, then what is forecast, with growth derived here beside growth that is printed. */
export function SeriesTables({ slug, series }: { slug: string; series: readonly Series[] }) {
  return (
    <>
      {series.map((one) => (
        <OneSeries slug={slug} series={one} />
      ))}
    </>
  )
}

function OneSeries({ slug, series }: { slug: string; series: Series }) {
  const { now, earlier, forecasts, printedGrowth, careGroup } = series
  const rows = [...earlier, ...(now ? [now] : []), ...forecasts.map(({ volume }) => volume), ...printedGrowth]
  const [first] = rows
  if (!first) return null
  return (
    <section class="m-theme">
      <Finding level={3}>
        {first.label}
        {careGroup ? `, ${careGroup.name}` : ''}
      </Finding>
      {forecasts.map((forecast) => (
        <p class="m-read">{forecastWords(series, forecast)}</p>
      ))}
      <DataTable
        caption={`${first.label}, ${first.area.name}: measured and forecast`}
        captionHidden
        columns={[
          { heading: 'What' },
          { heading: 'When' },
          { heading: 'Number', align: 'number' },
          { heading: 'Source' },
        ]}
        missing="no number is printed"
        rows={rows.map((volume) => [
          <What slug={slug} volume={volume} />,
          volume.period ? periodText(volume.period) : 'not printed',
          volume.value === null && !volume.suppressed ? null : (
            <span>
              {basisText(volume)} {valueText(volume)} <small class="m-under">{unitText(volume)}</small>
            </span>
          ),
          <VolumeSource slug={slug} volume={volume} />,
        ])}
      />
    </section>
  )
}

const roleWords: Record<Volume['role'], string> = {
  need: 'needed',
  supply: 'supply',
  use: 'used',
  target: 'a target',
  shortage: 'a shortage',
}

function What({ slug, volume }: { slug: string; volume: Volume }) {
  const kind =
    volume.unit === 'percent' ? 'growth as printed' : [roleWords[volume.role], volume.basis].filter(Boolean).join(', ')
  return (
    <span>
      <a href={figurePath(slug, volume.id)}>{volume.finding}</a>
      <small class="m-under">{kind}</small>
      {volume.status === 'caution' || volume.status === 'derived' ? <small class="m-under">{volume.note}</small> : null}
    </span>
  )
}
