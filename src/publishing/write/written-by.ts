import type { Id } from '../../core/values/index.ts'
import { whenText } from './when.ts'

/** How people are called by their accounts. */
export type WriterNames = ReadonlyMap<Id, string>

/** A version's maker and moment. */
export interface Written {
  readonly version: number
  readonly writtenAt: Date | null
  readonly writtenBy: Id | null
  readonly origin: 'written' | 'imported' | 'restored' | 'merged' | null
}

/** How a version came about, in words. */
export const originNames = {
  written: 'Written',
  imported: 'Imported from a file',
  restored: 'Restored from an earlier version',
  merged: 'Written, and brought together with another’s',
} as const satisfies Record<NonNullable<Written['origin']>, string>

/** Who made a version: a name, or what stands for one. */
export const writerName = ({ writtenBy, origin }: Pick<Written, 'writtenBy' | 'origin'>, names: WriterNames): string =>
  writtenBy === null
    ? origin === 'imported'
      ? 'An import'
      : 'Mercat'
    : (names.get(writtenBy) ?? 'Someone who has left')

/** A version in a line: "Version 8, Aila Example, 22 November 2026, 14:05". */
export const versionText = (version: Written, names: WriterNames): string =>
  version.writtenAt === null
    ? 'Not written yet'
    : `Version ${version.version}, ${version.writtenBy === null ? 'imported' : writerName(version, names)}, ${whenText(version.writtenAt)}`
