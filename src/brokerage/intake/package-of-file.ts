import type { IsoDate } from '../../core/values/index.ts'
import type { PauseReason } from '../placement.ts'
import type { AskedElement, AskedPackages, AskedPerson } from '../requests/asked-packages.ts'
import type { Harm, InterimCover, UnmetReason } from '../spell.ts'
import type { CellVisit } from './visits-cell.ts'

/** Who care is for, by the number of their record: rows of one number are of one person. */
export type PersonOfFile = Exclude<AskedPerson, { readonly id: string }>

/** What a provider gives of a package, as a row tells it. */
export interface CareOfFile {
  readonly provider: string
  readonly providerNumber: string
  readonly given: readonly CellVisit[]
  readonly startOn: IsoDate
  /** When care rests: for how long it is known. */
  readonly rest: { readonly from: IsoDate; readonly until: IsoDate | null; readonly reason: PauseReason } | null
  /** The day on which the provider gave notice, and the first day without its care. */
  readonly notice: { readonly on: IsoDate; readonly endsOn: IsoDate } | null
}

/** A package as a row of a file tells it: what was asked, who gives it, and what is known of the wait. */
export interface PackageOfFile {
  readonly line: number
  readonly person: PersonOfFile
  readonly asked: AskedPackages & { readonly elements: readonly [AskedElement] }
  readonly care: CareOfFile | null
  readonly ended: { readonly on: IsoDate; readonly reason: string } | null
  readonly wait: {
    readonly reason: UnmetReason
    readonly interim: InterimCover | null
    readonly harm: Harm
    readonly reviewOn: IsoDate | null
  }
}

/** What makes rows the same package: a person, a service and the day from which it could begin. */
export const keyOfPackage = (person: string, service: string, ready: IsoDate): string =>
  JSON.stringify([person.toLowerCase(), service, ready])
