export { type Config, readConfig, type Store } from './config.ts'
