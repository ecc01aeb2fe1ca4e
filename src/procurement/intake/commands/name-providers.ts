import type { Actor, Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import {
  addOrganisation,
  organisationForRegistration,
  organisationsCalled,
  registeredByName,
  regulatorNames,
  regulatorOf,
} from '../../../providers/index.ts'
import { nameVariants } from '../name-variants.ts'

/** A provider as a file names it; the number is the regulator's, '' where the file has none. */
export interface WantedProvider {
  readonly name: string
  readonly number: string
}

/** The organisation that a file means, or why it can't be told which. */
export type NamedProvider =
  | { readonly id: Id; readonly name: string; readonly remark: string | null }
  | { readonly refused: string }

/** Finds the organisations that a file names. */
export type ProviderFinder = (wanted: WantedProvider) => Promise<NamedProvider>

/** Every name of the given ones that an organisation or a provider of the register bears, in small letters. */
export async function knownNames(
  db: Db,
  { nation }: Pick<Partnership, 'nation'>,
  names: readonly string[],
): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set()
  const organisations = await organisationsCalled(db, names)
  const registered = await registeredByName(db, { regulator: regulatorOf(nation), names })
  return new Set([
    ...organisations.keys(),
    ...[...registered].flatMap(([name, providers]) => (providers.length > 0 ? [name.trim().toLowerCase()] : [])),
  ])
}

/** Finds organisations by their number or name, the register's before ours, and adds those that are new; each is looked up once. */
export async function providerFinder(
  db: Db,
  actor: Actor,
  partnership: Pick<Partnership, 'nation'>,
  wanted: readonly WantedProvider[],
  at: Date,
): Promise<ProviderFinder> {
  const regulator = regulatorOf(partnership.nation)
  const names = [...new Set(wanted.flatMap(({ name }) => nameVariants(name)))]
  const registered = names.length > 0 ? await registeredByName(db, { regulator, names }) : new Map()
  const ours = await organisationsCalled(db, names)
  const found = new Map<string, NamedProvider>()
  const byNumber = async (providerNumber: string): Promise<NamedProvider> => {
    const organisation = await organisationForRegistration(db, at, { regulator, providerNumber }, actor)
    if (organisation) return { id: organisation.id, name: organisation.name, remark: null }
    return {
      refused: `No register of the ${regulatorNames[regulator]} here names a provider with the number ${providerNumber}.`,
    }
  }
  const byName = async (name: string): Promise<NamedProvider> => {
    const variants = nameVariants(name)
    const numbers = new Set(
      variants.flatMap((each) =>
        (registered.get(each) ?? []).map((provider: { providerNumber: string }) => provider.providerNumber),
      ),
    )
    const [number, ...others] = numbers
    if (number !== undefined && others.length === 0) return byNumber(number)
    const ourOwn = variants.map((each) => ours.get(each.toLowerCase())).find((each) => each !== undefined)
    const organisation = ourOwn ?? { ...(await addOrganisation(db, at, name, actor)), name: name.trim() }
    const remark =
      others.length > 0
        ? `${numbers.size} providers of the register are called “${name}”: their numbers tell them apart.`
        : null
    return { id: organisation.id, name: organisation.name, remark }
  }
  return async ({ name, number }) => {
    const key = number === '' ? `name ${name.toLowerCase()}` : `number ${number}`
    const known = found.get(key) ?? (number === '' ? await byName(name) : await byNumber(number))
    found.set(key, known)
    return known
  }
}
