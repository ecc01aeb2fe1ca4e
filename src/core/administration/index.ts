export type { Organisations } from './organisations.ts'
export { adminPaths } from './paths.ts'
export { administrationRoutes } from './routes.tsx'
