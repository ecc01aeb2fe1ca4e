import type { IsoDate } from '../../core/values/index.ts'
import type { FigureUnit } from '../../evidence/index.ts'
import { growth } from '../growth.ts'
import { byDay, isForecast, type Volume } from './volume.ts'

/** A number looked ahead to, beside the latest measured one of its series. */
export interface Forecast {
  readonly volume: Volume
  /** How much more than now, in the unit of the series; null where one of both is not known. */
  readonly change: number | null
  /** The same in per cent of now. */
  readonly growthPercent: number | null
  /** Years of 365.25 days from now to then; null where a day is not known. */
  readonly years: number | null
  /** The change a year, if it came evenly. */
  readonly perYear: number | null
}

/** Numbers of one thing over time: what was measured, and what is expected by when. */
export interface Series {
  readonly key: string
  readonly area: Volume['area']
  readonly careGroup: Volume['careGroup']
  readonly unit: FigureUnit
  /** The latest measured; null when only forecasts are known. */
  readonly now: Volume | null
  /** Measured before, oldest first. */
  readonly earlier: readonly Volume[]
  /** By date; those that a later measured number has overtaken are left out. */
  readonly forecasts: readonly Forecast[]
  /** Growth in per cent as documents print it, to stand beside what is derived here. */
  readonly printedGrowth: readonly Volume[]
}

/**
 * Volumes as series: those that share key, area, care group, unit and role. A forecast of a role that was never measured
 * goes on from what is used, else from what is measured under its key. Targets and shortages are no part of any: what is
 * wanted is never mixed with what is expected.
 */
export function seriesOf(volumes: readonly Volume[]): Series[] {
  const counted = volumes.filter(({ role }) => role !== 'target' && role !== 'shortage')
  const inPercent = counted.filter(({ unit }) => unit === 'percent')
  const groups = Map.groupBy(
    counted.filter(({ unit }) => unit !== 'percent'),
    ({ measure, area, careGroup, unit }) => JSON.stringify([measure, area.code, careGroup?.key, unit]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first?.unit) return []
    const { measure: key, area, careGroup, unit } = first
    const printedGrowth = inPercent.filter(
      (one) => one.measure === key && one.area.code === area.code && one.careGroup?.key === careGroup?.key,
    )
    return linesOf(group).map((line) => ({ key, area, careGroup, unit, printedGrowth, ...overTime(line) }))
  })
}

/** What is to be told as one line over time, by role. */
function linesOf(group: readonly Volume[]): Volume[][] {
  const roles = new Set(group.filter((one) => !isForecast(one)).map(({ role }) => role))
  const base = roles.has('use') ? 'use' : [...roles][0]
  const lineOf = ({ role }: Volume) => (roles.has(role) ? role : (base ?? role))
  return [...Map.groupBy(group, lineOf).values()]
}

function overTime(line: readonly Volume[]): Pick<Series, 'now' | 'earlier' | 'forecasts'> {
  const measured = line.filter((volume) => !isForecast(volume)).toSorted(byDay)
  const now = measured.at(-1) ?? null
  const ahead = line.filter(isForecast).toSorted(byDay)
  return {
    now,
    earlier: measured.slice(0, -1),
    forecasts: ahead.filter(({ on }) => !now?.on || !on || on > now.on).map((volume) => forecastFrom(now, volume)),
  }
}

/** How far a forecast is from a number of now: the change, its share, and its pace a year. */
export function forecastFrom(now: Pick<Volume, 'value' | 'on'> | null, volume: Volume): Forecast {
  const [from, to] = [now?.value ?? null, volume.value]
  const change = from === null || to === null ? null : to - from
  const share = from === null || to === null ? undefined : growth(from, to)
  const years = now?.on && volume.on ? yearsBetween(now.on, volume.on) : null
  return {
    volume,
    change,
    growthPercent: share === undefined ? null : share * 100,
    years,
    perYear: change === null || years === null || years <= 0 ? null : change / years,
  }
}

/** Years of 365.25 days between two days. */
const yearsBetween = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / (365.25 * 86_400_000)
