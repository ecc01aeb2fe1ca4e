import type { Id } from '../../core/values/index.ts'
import { type ChangeContext, placeKey } from './change-context.ts'
import { type Refusal, refuse } from './decision.ts'

/** Why an organisation may not be given a place; an importer writes the unregistered down as unconfirmed. */
export function placeProblem(
  context: Pick<ChangeContext, 'places' | 'through'>,
  organisationId: Id,
  serviceType: string | null,
  field: string,
): Refusal | undefined {
  const may = context.places.get(placeKey(organisationId, serviceType))
  if (!may) throw new Error('A place is decided on without knowing whether it may be given.')
  if (may.allowed || (may.because === 'unregistered' && context.through === 'import')) return undefined
  return refuse(may.because, may.sentence, field)
}
