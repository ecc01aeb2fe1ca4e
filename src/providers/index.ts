export { addOrganisation } from './commands/add-organisation.ts'
export { loadTaxonomies } from './commands/load-taxonomies.ts'
export { providersMigrations } from './migrations/index.ts'
export { type Organisation, organisationNames, organisationsNamed } from './queries/organisations.ts'
export {
  type CareGroupSet,
  careGroupSetsOn,
  careGroups,
  type RatingScale,
  ratingScalesOn,
  serviceTypes,
} from './queries/taxonomies.ts'
export type { ProvidersTables } from './schema.ts'
export { type Term, termNamed } from './term.ts'
