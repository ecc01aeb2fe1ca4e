import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../../core/values/index.ts'
import type { DatedContract } from './listed-contract.ts'

/** Which contracts of the register are shown. */
export const choices = ['live', 'late', 'ending', 'options', 'to-come', 'ended', 'all'] as const

export type Choice = (typeof choices)[number]

/** How many months ahead an end is called near. */
export const nearMonths = 6

/** How many months ahead a contract that is to begin is listed with those in force: what begins later is asked for. */
export const soonMonths = 12

interface Bounds {
  readonly nearEnd: IsoDate
  readonly soon: IsoDate
}

type Test = (contract: DatedContract, bounds: Bounds) => boolean

const live: Test = ({ state, begins }, { soon }) =>
  state === 'to-come' ? begins !== undefined && begins <= soon : state !== 'ended'

const tests: { readonly [choice in Choice]: Test } = {
  live,
  late: (contract, bounds) => live(contract, bounds) && contract.decisions.some(({ late }) => late),
  ending: (contract, bounds) =>
    live(contract, bounds) && contract.ends !== undefined && contract.ends <= bounds.nearEnd,
  options: (contract, bounds) => live(contract, bounds) && contract.decisions.some(({ kind }) => kind === 'option'),
  'to-come': ({ state }) => state === 'to-come',
  ended: ({ state }) => state === 'ended',
  all: () => true,
}

/** The contracts of a choice, in the order given. */
export function chosen<Of extends DatedContract>(contracts: readonly Of[], choice: Choice, on: IsoDate): readonly Of[] {
  const day = Temporal.PlainDate.from(on)
  const bounds = {
    nearEnd: day.add({ months: nearMonths }).toString(),
    soon: day.add({ months: soonMonths }).toString(),
  }
  return contracts.filter((contract) => tests[choice](contract, bounds))
}

/** What heads the register: how many, worth how much, what is late, what ends, what is to be decided. */
export interface RegisterTally {
  readonly contracts: number
  /** Of those in force on the day: what is to come mostly takes the place of one of them. */
  readonly yearlyPence: number
  /** Contracts in force of which no yearly sum is known. */
  readonly unvalued: number
  readonly late: number
  readonly ending: number
  /** Options still to decide, of all of them. */
  readonly options: number
}

/** Counts the contracts that are live on a day; one read of each. */
export function tallyOf(contracts: readonly DatedContract[], on: IsoDate): RegisterTally {
  const all = chosen(contracts, 'live', on)
  const current = all.filter(({ state }) => state !== 'to-come')
  return {
    contracts: all.length,
    yearlyPence: current.reduce((sum, { detail }) => sum + (detail.yearlyPence ?? 0), 0),
    unvalued: current.filter(({ detail }) => detail.yearlyPence === null).length,
    late: chosen(all, 'late', on).length,
    ending: chosen(all, 'ending', on).length,
    options: all.reduce((sum, { decisions }) => sum + decisions.filter(({ kind }) => kind === 'option').length, 0),
  }
}
