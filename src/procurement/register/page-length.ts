/** How many contracts a page of the register has. */
export const registerPageLength = 50

/** How many a page of the timeline has, whose rows are lower. */
export const timelinePageLength = 100
