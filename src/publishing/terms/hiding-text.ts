import type { Hiding } from './measure-texts.ts'

/** How small numbers of a measure are treated, in words. */
export function hidingText(hiding: Hiding, hideBelow: number): string {
  if (hiding === 'not-a-count') return 'Nothing is hidden: it does not count people.'
  if (hiding === 'official')
    return 'Nothing is hidden here: the statistics office has protected the counts before it published them.'
  return `Numbers of people from 1 to ${hideBelow - 1} are hidden and shown as [c]; 0 is shown. Others go with them, the smallest first, until no hidden number can be worked out from totals, areas, ages, sexes, or an earlier edition. What is made from a hidden number is hidden too, and so is a share, a rate or a change that would tell it. Targets count nobody and are shown.`
}
