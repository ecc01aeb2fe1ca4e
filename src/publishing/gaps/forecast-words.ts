import { number, percent } from '../../core/ui/format.ts'
import { isIsoDate } from '../../core/values/index.ts'
import type { Forecast, Series } from '../../market/index.ts'
import { numberText, periodText, unitText } from '../figure-words.ts'

/** A forecast beside now, in a sentence: growth, and its pace where both have a day. */
export function forecastWords({ now }: Pick<Series, 'now'>, { volume, growthPercent, perYear }: Forecast): string {
  const by = volume.period ? ` by ${periodText(volume.period)}` : ''
  if (volume.value === null) return `What is forecast${by} is hidden to protect people.`
  const many = [numberText(volume.value, volume.unit), unitText(volume)].filter(Boolean).join(' ')
  const about = volume.status === 'printed' ? '' : 'about '
  const from =
    now && now.value !== null
      ? `, from ${numberText(now.value, now.unit)}${now.period ? ` ${isIsoDate(now.period) ? 'on' : 'in'} ${periodText(now.period)}` : ''}`
      : ''
  const growth =
    growthPercent === null
      ? ''
      : growthPercent === 0
        ? ': no change'
        : `: ${percent(Math.abs(growthPercent), 1)} ${growthPercent > 0 ? 'more' : 'fewer'}`
  const pace =
    perYear === null || Math.abs(perYear) < 0.5 ? '' : `, about ${number(Math.round(Math.abs(perYear)))} a year`
  return `${about}${many}${by}${from}${growth}${pace}.`.replace(/^./, (letter) => letter.toUpperCase())
}
