/** How many lots a contract has, and who stands in them. */
export interface Places {
  readonly lots: number
  readonly providers: number
  /** The name, where there is one provider only. */
  readonly provider: string | undefined
}
