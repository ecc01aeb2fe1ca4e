export { errorPage } from './error-page.tsx'
export { startingPage } from './starting-page.tsx'
