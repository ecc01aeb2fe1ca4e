import type { Partnership } from '../../../core/auth/index.ts'
import type { Id, IsoDate } from '../../../core/values/index.ts'
import type { RegisterQuery } from '../forms.ts'
import type { ListedContract } from '../listed-contract.ts'
import type { Places } from '../places.ts'
import type { RegisterContent } from '../queries/register-content.ts'

/** What the page of the register is given. */
export interface RegisterPageProps extends RegisterContent {
  readonly partnership: Partnership
  readonly asked: RegisterQuery
  /** What is wrong with the days that were asked for. */
  readonly problem: string | undefined
  /** The day that is read. */
  readonly on: IsoDate
  readonly today: IsoDate
  readonly rows: readonly ListedContract[]
  readonly places: ReadonlyMap<Id, Places>
  /** The page's own address with its query. */
  readonly address: string
  readonly mayWrite: boolean
  /** Changes that wait for approval; undefined for who approves none. */
  readonly waiting: number | undefined
}
