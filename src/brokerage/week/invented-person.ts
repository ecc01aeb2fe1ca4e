import type { Random } from '../../core/values/index.ts'

/** Somebody who does not exist, and whose name says so. */
export interface InventedPerson {
  readonly record: string
  readonly name: string
  readonly address: string
  readonly postcode: string
  readonly contacts: string
  readonly risks: string
}

const streets = ['Example Street', 'Sample Row', 'Specimen Crescent', 'Imaginary Lane', 'Pretend Terrace'] as const
const contacts = [
  'A daughter who lives near, by telephone',
  'A neighbour with a key',
  'A son at weekends',
  'A community alarm',
] as const
const risks = [
  '',
  '',
  'A dog that is kept in the kitchen',
  'Steps to the door',
  'A smoker’s home',
  'Oxygen in use',
] as const

/** Where somebody invented lives. */
export interface InventedPlace {
  /** Letters that the numbers of records begin with. */
  readonly prefix: string
  /** A town that does not exist. */
  readonly town: string
  /** A postcode district of ZZ, which is no postcode area. */
  readonly district: string
}

/** An invented person: numbered, on a street that does not exist, in a postcode area that is none. */
export function inventedPerson(
  random: Random,
  { prefix, town, district }: InventedPlace,
  number: number,
): InventedPerson {
  const four = String(number).padStart(4, '0')
  const letters = 'ABDEFGHJLNPQRSTUWXYZ'.split('')
  return {
    record: `DEMO-${prefix}-${four}`,
    name: `Person Demonstration ${four}`,
    address: `${random.between(1, 99)} ${random.pick(streets)}, ${town}`,
    postcode: `${district} ${random.between(1, 9)}${random.pick(letters)}${random.pick(letters)}`,
    contacts: random.pick(contacts),
    risks: random.pick(risks),
  }
}
