export { brokerageMigrations } from './migrations/index.ts'
