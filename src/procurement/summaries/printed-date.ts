import { addMonths, type IsoDate } from '../../core/values/index.ts'

/** A date as the source prints it, before it was moved on by whole years for a demonstration. */
export const printedDate = (date: IsoDate, movedYears: number): IsoDate => addMonths(date, -12 * movedYears)
