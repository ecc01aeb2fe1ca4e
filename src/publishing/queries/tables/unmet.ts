import type { ToldWeek, UnmetFigure } from '../../../market/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import type { StatementData } from '../statement-data.ts'
import { areaColumns, decimal, type OpenTable, sourceColumn, text, truth, whole } from './open-table.ts'

const [areaCode = text('area_code', '', ''), areaName = text('area_name', '', '')] = areaColumns
const people = whole('people', 'People', 'How many; empty when it is hidden.', 'people')
const hours = decimal(
  'hours_a_week',
  'Hours a week',
  'Carers’ hours a week that they waited for: a visit of two carers counts twice.',
  'hours a week',
)

type MonthCell = readonly [PlainColumn, (figure: UnmetFigure) => PlainCell]

const monthCells: readonly MonthCell[] = [
  [text('month', 'Month', 'The month, such as 2026-11.'), ({ month }) => month.slice(0, 7)],
  [areaCode, ({ area }) => area.code],
  [areaName, ({ area }) => area.name],
  [text('service', 'Service', 'Its key in the list of services.'), ({ service }) => service.key],
  [text('service_name', 'Name of the service', 'The service in words.'), ({ service }) => service.name],
  [
    text('reason', 'Reason', 'Why they waited: what providers answered most, or all for any reason.'),
    ({ reason }) => reason ?? 'all',
  ],
  [
    text('missing', 'Missing', 'The part of the day that was missing, several for more than one, all for any.'),
    ({ part }) => part?.band ?? 'all',
  ],
  [
    text('carers', 'Carers', '2 where a visit that was missing takes two carers, 1 where none does, all for any.'),
    ({ part }) => (part ? String(part.carers) : 'all'),
  ],
  [people, ({ value }) => value],
  [hours, (figure) => figure.hours],
  [
    truth('suppressed', 'Hidden', 'Whether the number is hidden: nobody, or too few to tell.'),
    ({ suppressed }) => suppressed,
  ],
  [sourceColumn, ({ sources }) => sources[0]?.key ?? null],
  [text('note', 'Note', 'What to know before quoting it.'), ({ note }) => note],
]

/** Who waited for care in each month: all, by reason, and by what was missing. */
export const unmetTable: OpenTable = {
  name: 'unmet-need',
  title: 'Unmet need by month, area, service and reason',
  description:
    'One row for each month, area and service in which anybody waited, and one for each reason and each part of the day that was missing. Everybody is counted once in each month. A reason or part of the day that has no row is nobody’s, or too few people’s to tell.',
  columns: monthCells.map(([column]) => column),
  key: ['month', 'area_code', 'service', 'reason', 'missing', 'carers'],
  count: async (data) => (await data.unmetUnnamed()).months.length,
  rows: async (data) => (await data.unmet()).months.map((figure) => monthCells.map(([, of]) => of(figure))),
}

type WeekCell = readonly [PlainColumn, (week: ToldWeek, data: StatementData) => PlainCell]

const weekCells: readonly WeekCell[] = [
  [text('week', 'Week', 'The Monday on which was counted.'), ({ week }) => week],
  [areaCode, (_, { partnership }) => partnership.areaCode],
  [areaName, (_, { partnership }) => partnership.title],
  [text('service', 'Service', 'Its key in the list of services.'), ({ service }) => service.key],
  [text('service_name', 'Name of the service', 'The service in words.'), ({ service }) => service.name],
  [text('waiting_in', 'Waiting in', 'hospital, community, or all for either.'), ({ origin }) => origin ?? 'all'],
  [
    text(
      'care_meanwhile',
      'Care meanwhile',
      'none: assessed and waiting; part: has a part of the package; all for either.',
    ),
    ({ met }) => met ?? 'all',
  ],
  [people, (week) => week.people],
  [hours, (week) => week.hours],
  [
    truth('suppressed', 'Hidden', 'Whether the number is hidden: nobody, or too few to tell.'),
    (week) => week.people === null,
  ],
]

/** Who was assessed and waiting on each Monday. */
export const unmetWeeksTable: OpenTable = {
  name: 'unmet-weeks',
  title: 'People assessed and waiting on each Monday',
  description:
    'One row for each Monday, service, place of waiting and care meanwhile, counted as Public Health Scotland’s snapshot defines it: people assessed and waiting without any of their package, with the hours a week that they wait for, and apart from them people who have a part of it.',
  columns: weekCells.map(([column]) => column),
  key: ['week', 'service', 'waiting_in', 'care_meanwhile'],
  count: async (data) => (await data.unmetUnnamed()).weeks.length,
  rows: async (data) => (await data.unmet()).weeks.map((week) => weekCells.map(([, of]) => of(week, data))),
}
