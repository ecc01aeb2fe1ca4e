export { filesMigrations } from './migrations/index.ts'
export { type FileDetails, fileByDigest, keepFile, largestFile, type NewFile } from './stored-file.ts'
