import type { Column } from '../../core/import/index.ts'
import type { IsoDate } from '../../core/values/index.ts'
import { ratingScales } from '../reference/rating-scales.ts'
import type { RegisterCells } from './register-cells.ts'
import type { RegisterDetail } from './schema.ts'

/** The questions of one scale, by key, and what their columns are called. */
const scales = {
  'care-inspectorate-key-questions': {
    wellbeing: /^kq.?support.?wellbeing$/i,
    'care-and-support-planning': /^kq.?care.?(and.?)?support.?planning$/i,
    setting: /^kq.?setting$/i,
    'staff-team': /^kq.?staff(.?team)?$/i,
    leadership: /^kq.?leadership$/i,
    'care-play-and-learning': /^kq.?care.?play.?(and.?)?learning$/i,
  },
  'care-inspectorate-themes': {
    'care-and-support': /^(quality.?of.?)?(the.?)?care.?(and.?|& ?)?support(.?grade)?$/i,
    environment: /^(quality.?of.?)?(the.?)?environment(.?grade)?$/i,
    staffing: /^(quality.?of.?)?(the.?)?staffing(.?grade)?$/i,
    'management-and-leadership':
      /^(quality.?of.?)?(the.?)?(management|mgmt).?(and.?|& ?)?(leadership|lship)(.?grade)?$/i,
  },
} as const

/** The columns of grades: by key question since 2018, by theme before, and for some years both. */
export const scottishGradeColumns: readonly Column[] = [
  { key: 'lowest', names: ['MinGrade', 'Min Grade'], optional: true },
  { key: 'highest', names: ['MaxGrade', 'Max Grade'], optional: true },
  ...Object.values(scales).flatMap((questions) =>
    Object.entries(questions).map(([key, name]) => ({ key: `grade-${key}`, names: [name], optional: true })),
  ),
]

type Grades = Pick<RegisterDetail, 'rating_scale' | 'lowest_grade' | 'highest_grade' | 'grades' | 'graded_on'>

/** The grades of a service: on key questions where it has any, otherwise on themes. */
export function scottishGrades(cells: RegisterCells, gradedOn: IsoDate | null): Grades {
  const [onQuestions, onThemes] = Object.values(scales).map((questions) => gradesOn(cells, Object.keys(questions)))
  const byQuestion = Object.keys(onQuestions ?? {}).length > 0
  const grades = (byQuestion ? onQuestions : onThemes) ?? {}
  const ranks = Object.values(grades)
  const lowest = gradeIn(cells, 'lowest') ?? (ranks.length > 0 ? Math.min(...ranks) : null)
  const highest = gradeIn(cells, 'highest') ?? (ranks.length > 0 ? Math.max(...ranks) : lowest)
  // Without a grade on a question the day tells which scale it is of.
  const themed = ranks.length > 0 ? !byQuestion : gradedOn !== null && gradedOn < firstDayOfQuestions
  const scale = themed ? 'care-inspectorate-themes' : 'care-inspectorate-key-questions'
  return {
    rating_scale: lowest === null ? null : scale,
    lowest_grade: lowest,
    highest_grade: highest,
    grades,
    graded_on: gradedOn,
  }
}

const scale = ratingScales.find(({ key }) => key === 'care-inspectorate-key-questions')
const firstDayOfQuestions = scale?.validFrom ?? ''

const gradesOn = (cells: RegisterCells, questions: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    questions.flatMap((key) => {
      const rank = gradeIn(cells, `grade-${key}`)
      return rank === null ? [] : [[key, rank]]
    }),
  )

/** A grade by its number or its word; null where there is none, or none that is known. */
function gradeIn(cells: RegisterCells, key: string): number | null {
  const text = cells.text(key)
  if (text === '' || /^not|^awaiting|^no grade/i.test(text)) return null
  const value = text.replace(/\.0+$/, '').replace(/^([0-9])\s*[-–:]?\s+.*$/, '$1')
  const found = scale?.grades.find((grade) => grade.value === value || grade.word.toLowerCase() === value.toLowerCase())
  if (!found) cells.note(key, `“${text.slice(0, 60)}” is not a grade.`, true)
  return found?.rank ?? null
}
