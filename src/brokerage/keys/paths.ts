import type { Id } from '../../core/values/index.ts'

/** A provider's keys, for its own programs. */
export const keysPath = (): string => '/provider/keys'

/** Where one of them is revoked. */
export const revokeKeyPath = (id: Id): string => `${keysPath()}/${id}/revoke`
