import type { IsoDate } from '../../../core/values/index.ts'
import type { PlainCell, PlainColumn } from '../../plain-table.ts'
import type { StatementData } from '../statement-data.ts'

/** A table that anyone may take away as a file. */
export interface OpenTable {
  /** In addresses, and the start of the file's name. */
  readonly name: string
  readonly title: string
  /** What a row is, and what to know before using it. */
  readonly description: string
  readonly columns: readonly PlainColumn[]
  /** The columns that tell rows apart. */
  readonly key: readonly string[]
  /** The rows, as at a day where they tell of one. */
  rows(data: StatementData, on: IsoDate): Promise<PlainCell[][]>
  /** How many rows there are, without making them. */
  count(data: StatementData): Promise<number>
}

type Told = Pick<PlainColumn, 'key' | 'heading' | 'description'>

const told = (key: string, heading: string, description: string): Told => ({ key, heading, description })

/** A column of words or codes. */
export const text = (key: string, heading: string, description: string): PlainColumn => ({
  ...told(key, heading, description),
  datatype: 'string',
})

/** A column of whole numbers. */
export const whole = (key: string, heading: string, description: string, unit?: string): PlainColumn => ({
  ...told(key, heading, description),
  datatype: 'integer',
  unit,
})

/** A column of numbers with decimals. */
export const decimal = (key: string, heading: string, description: string, unit?: string): PlainColumn => ({
  ...told(key, heading, description),
  datatype: 'number',
  unit,
})

/** A column of true and false. */
export const truth = (key: string, heading: string, description: string): PlainColumn => ({
  ...told(key, heading, description),
  datatype: 'boolean',
})

/** A column of addresses. */
export const address = (key: string, heading: string, description: string): PlainColumn => ({
  ...told(key, heading, description),
  datatype: 'anyURI',
})

/** Where the rows of a table come from: keys into the table of sources. */
export const sourceColumn: PlainColumn = text('source', 'Source', 'Key into the table of sources.')

/** Which area a row is about. */
export const areaColumns: readonly PlainColumn[] = [
  text('area_code', 'Area code', 'The official code, or one made up where none is published.'),
  text('area_name', 'Area', 'The name of the area.'),
]
