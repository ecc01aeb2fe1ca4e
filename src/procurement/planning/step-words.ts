import type { Step, StepUnit } from './step.ts'

/** Units of steps as people choose them. */
export const unitNames: { readonly [unit in StepUnit]: string } = {
  months: 'months',
  weeks: 'weeks',
  'working-days': 'working days',
}

const single: { readonly [unit in StepUnit]: string } = {
  months: 'month',
  weeks: 'week',
  'working-days': 'working day',
}

/** How long a step takes: "3 months", "1 week". */
export const lengthWords = ({ amount, unit }: Pick<Step, 'amount' | 'unit'>): string =>
  `${amount} ${amount === 1 ? single[unit] : unitNames[unit]}`
