import { type ContractKind, contractKinds, type Method, methods } from '../contract-kind.ts'

const otherKinds: readonly (readonly [string, ContractKind])[] = [
  ['framework agreement', 'framework'],
  ['framework contract', 'framework'],
  ['block contract', 'block'],
  ['spot purchase', 'spot'],
  ['spot contract', 'spot'],
  ['block and spot', 'mixed'],
  ['spot and block', 'mixed'],
  ['combination', 'mixed'],
  ['call off', 'call-off'],
  ['call-off contract', 'call-off'],
  ['national contract', 'national-contract'],
  ['national care home contract', 'national-contract'],
  ['grant funding', 'grant'],
  ['shared service', 'shared-service'],
  ['in house', 'in-house'],
]

const otherMethods: readonly (readonly [string, Method])[] = [
  ['open tender', 'open'],
  ['open procedure', 'open'],
  ['restricted tender', 'restricted'],
  ['restricted procedure', 'restricted'],
  ['preferred provider', 'preferred-provider'],
  ['negotiated procedure', 'negotiated'],
  ['direct award', 'direct'],
  ['single tender action', 'direct'],
]

/** What registers call the kinds of contract, in small letters. */
export const kindWords: ReadonlyMap<string, ContractKind> = new Map([
  ...contractKinds.map((kind) => [kind, kind] as const),
  ...otherKinds,
])

/** What registers call the ways of finding a provider, in small letters. */
export const methodWords: ReadonlyMap<string, Method> = new Map([
  ...methods.map((method) => [method, method] as const),
  ...otherMethods,
])
