export { filesMigrations } from './migrations/index.ts'
export { type FileDetails, fileByDigest, forgetFile, keepFile, largestFile, type NewFile } from './stored-file.ts'
