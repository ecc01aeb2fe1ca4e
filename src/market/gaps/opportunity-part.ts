/** What a sentence says of the market: what there is now, what is wanted, when it is bought, whom to ask, what rule holds. */
export const opportunityParts = ['now', 'wanted', 'bought', 'ask', 'rule'] as const
export type OpportunityPart = (typeof opportunityParts)[number]
