import { type Column, dayFrom, type Reading, type Row } from '../../core/import/index.ts'
import type { Meeting } from './step.ts'

/** A meeting of a named committee. */
export interface CommitteeDate extends Meeting {
  readonly committee: string
}

/** The columns of a file of committee dates. */
export const committeeDateColumns: readonly Column[] = [
  { key: 'committee', names: ['committee'] },
  { key: 'on', names: ['on', 'date', 'meeting', 'meeting date', 'date of meeting'] },
  { key: 'papers_by', names: ['papers_by', 'papers', 'papers due', 'deadline', 'deadline for papers'] },
]

/** A meeting as a row of the file tells it, or what is wrong with the row. */
export function readCommitteeDate(row: Row): Reading<CommitteeDate> {
  const committee = row.cell('committee').trim()
  const on = dayFrom(row.cell('on'))
  const papersBy = dayFrom(row.cell('papers_by'))
  const problems: { column: string; reason: string }[] = []
  if (committee === '')
    problems.push({ column: row.nameOf('committee'), reason: 'The name of the committee is missing.' })
  for (const [key, day] of [
    ['on', on],
    ['papers_by', papersBy],
  ] as const)
    if (!day)
      problems.push({
        column: row.nameOf(key),
        reason: row.cell(key) === '' ? 'The day is missing.' : `“${row.cell(key)}” is not a date such as 29/10/2027.`,
      })
  if (on && papersBy && papersBy > on)
    problems.push({ column: row.nameOf('papers_by'), reason: 'Papers cannot be due after the meeting.' })
  return on && papersBy && problems.length === 0 ? { value: { committee, on, papersBy } } : { problems }
}
