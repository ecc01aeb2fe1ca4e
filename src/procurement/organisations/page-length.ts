/** How many providers a page of their list has. */
export const providersPageLength = 50
