export { type Config, isUnheard, readConfig, type Store } from './config.ts'
