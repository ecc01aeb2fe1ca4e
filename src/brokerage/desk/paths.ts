import { deskPath, packagePath } from '../paths.ts'

/** Where an open desk hears of changes. */
export const deskEventsPath = (slug: string): string => `${deskPath(slug)}/events`

/** Where an open page of a package hears of changes. */
export const packageEventsPath = (slug: string, reference: string): string => `${packagePath(slug, reference)}/events`

/** What may be told of a package to whoever challenges it, as a file. */
export const packageRecordPath = (slug: string, reference: string): string =>
  `${packagePath(slug, reference)}/record.json`

/** Where a package is changed: amended, suspended, transferred, ended. */
export const packageChangePath = (slug: string, reference: string): string => `${packagePath(slug, reference)}/change`

/** Whether the partnership's chain is whole. */
export const chainPath = (slug: string): string => `${deskPath(slug)}/chain`

/** Prices above the limits of rules, for those who may approve them. */
export const approvalsPath = (slug: string): string => `/${slug}/price-approvals`
