import { Temporal } from 'temporal-polyfill'
import type { IsoDate } from '../../core/values/index.ts'
import type { ListedContract } from './listed-contract.ts'

/** Which contracts of the register are shown. */
export const choices = ['live', 'late', 'ending', 'options', 'to-come', 'ended', 'all'] as const

export type Choice = (typeof choices)[number]

/** How many months ahead an end is called near. */
export const nearMonths = 6

type Test = (contract: ListedContract, nearEnd: IsoDate) => boolean

const live: Test = ({ state }) => state !== 'ended'

const tests: { readonly [choice in Choice]: Test } = {
  live,
  late: ({ state, decisions }) => state !== 'ended' && decisions.some(({ late }) => late),
  ending: ({ state, ends }, nearEnd) => state !== 'ended' && ends !== undefined && ends <= nearEnd,
  options: ({ state, decisions }) => state !== 'ended' && decisions.some(({ kind }) => kind === 'option'),
  'to-come': ({ state }) => state === 'to-come',
  ended: ({ state }) => state === 'ended',
  all: () => true,
}

/** The contracts of a choice, in the order given. */
export function chosen(contracts: readonly ListedContract[], choice: Choice, on: IsoDate): readonly ListedContract[] {
  const nearEnd = Temporal.PlainDate.from(on).add({ months: nearMonths }).toString()
  return contracts.filter((contract) => tests[choice](contract, nearEnd))
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
export function tallyOf(contracts: readonly ListedContract[], on: IsoDate): RegisterTally {
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
