import { types as pgTypes } from 'pg'

const asText = (value: string) => value

/** One table of how values come back, for both databases: `int8`, `numeric` and `date` would differ between them. */
export const parsers: Record<number, (value: string) => unknown> = {
  20: Number, // int8: counts and sequence numbers stay far below 2^53
  1700: Number, // numeric: published figures, at most 15 significant digits
  1082: asText, // date stays a calendar date, never an instant
  3912: asText, // daterange
  3910: asText, // tstzrange
}

/** The same table in the shape that the `pg` library asks for. */
export const pgTypeSource = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pgTypes.getTypeParser(oid, format as 'text'),
}
