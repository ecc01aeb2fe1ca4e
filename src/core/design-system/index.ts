export { designSystemRoutes } from './routes.tsx'
