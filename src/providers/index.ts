export { declareCapacity } from './capacity/commands/declare-capacity.ts'
export { giveBackCapacity } from './capacity/commands/give-back-capacity.ts'
export { takeCapacity } from './capacity/commands/take-capacity.ts'
export { type DeclaredCell, declaredCapacity } from './capacity/queries/declared-capacity.ts'
export { type DeclaredRoom, declaredRooms } from './capacity/queries/declared-rooms.ts'
export { freeCapacity, toldFree } from './capacity/queries/free-capacity.ts'
export { addOrganisation } from './commands/add-organisation.ts'
export { loadTaxonomies } from './commands/load-taxonomies.ts'
export { providersMigrations } from './migrations/index.ts'
export type { MayBeAwarded } from './organisations/awardable.ts'
export { holdPlacing } from './organisations/commands/hold-placing.ts'
export { awardGate, awardGates, liftSuspension, suspendProvider } from './organisations/commands/placement-gate.ts'
export { organisationForRegistration, tellRegistration } from './organisations/commands/tell-registration.ts'
export { dutyToRegister } from './organisations/queries/duty.ts'
export { type InRegister, inRegister, toldRegister } from './organisations/queries/in-register.ts'
export { mayBeAwarded } from './organisations/queries/may-be-awarded.ts'
export { registeredByName, registeredProviders } from './organisations/queries/registered-providers.ts'
export { registrationsOf } from './organisations/queries/registrations.ts'
export {
  suspendedFrom,
  suspendedOrganisations,
  suspensionsOf,
  toldSuspended,
} from './organisations/queries/suspensions.ts'
export type { Registration } from './organisations/registration.ts'
export { type Suspension, suspendedOn } from './organisations/suspension.ts'
export {
  type Organisation,
  organisationNames,
  organisationsCalled,
  organisationsNamed,
} from './queries/organisations.ts'
export { regulatorTerms } from './queries/regulator-terms.ts'
export { type SupplyTerms, supplyTerms } from './queries/supply-terms.ts'
export {
  type CareGroupSet,
  careGroupSets,
  careGroups,
  type RatingScale,
  ratingScales,
  serviceTypes,
} from './queries/taxonomies.ts'
export { clearInvented } from './register/commands/clear-invented.ts'
export { takeBackSuccession, tellSuccession } from './register/commands/tell-succession.ts'
export { gradeWords } from './register/grade-words.ts'
export { importRegister, type RegisterReport } from './register/import-register.ts'
export { registerPath } from './register/paths.ts'
export { compareRegister } from './register/queries/compare.ts'
export { serviceHistory } from './register/queries/history.ts'
export { type LatestChange, latestChange } from './register/queries/latest-change.ts'
export {
  type OpenCounts,
  type OpenService,
  type OpenTrendRow,
  openCounts,
  openServices,
  openTrend,
} from './register/queries/open-rows.ts'
export {
  type ServicesFilter,
  type ServicesPage,
  serviceSorts,
  servicesOf,
  servicesPerPage,
} from './register/queries/services.ts'
export { supplyFigureById } from './register/queries/supply.ts'
export { registerSummary, tallyOf } from './register/queries/tally.ts'
export { trendOf } from './register/queries/trend.ts'
export { registerColumns } from './register/register-layout.ts'
export { providerSizeWords, regulatorNames, sectorWords } from './register/register-words.ts'
export {
  type ProviderSize,
  type Regulator,
  regulators,
  type Sector,
  sectors,
} from './register/regulator.ts'
export { regulatorOf } from './register/regulator-of.ts'
export { registerRoutes } from './register/routes.tsx'
export { type SupplyFigure, type SupplyWorking, supplyFigureOf, supplyFigures } from './register/supply-figure.ts'
export { isSupplyFigureId, parseSupplyFigureId, supplyFigureId } from './register/supply-figure-id.ts'
export {
  type AreaTally,
  type Sum,
  sumOf,
  sumsBy,
  type TallyRow,
} from './register/tally.ts'
export type { Trend, TrendPoint } from './register/trend.ts'
export type { RegulatorTerm, TermKind } from './regulator-term.ts'
export type { ProvidersTables } from './schema.ts'
export { type ServiceType, type Term, termNamed } from './term.ts'
