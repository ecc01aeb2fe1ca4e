import { type Actor, may, type Partnership } from '../../core/auth/index.ts'
import { MercatError, notFound } from '../../core/errors/index.ts'
import { type MercatContext, staffPartnership } from '../../core/http/index.ts'
import { type SectionSlug, sectionBySlug } from '../section.ts'
import type { Field } from './form-fields.ts'

/** Who writes which section of which partnership's statement. */
export interface SectionRequest {
  readonly partnership: Partnership
  readonly actor: Actor
  readonly section: SectionSlug
}

/** What the address of a section's page says; "not found" for a section that no statement has. */
export function sectionRequest(c: MercatContext): SectionRequest {
  const section = sectionBySlug(c.req.param('section') ?? '')
  if (!section) throw notFound('This section', 'The statement has other sections; they are listed on the writing desk.')
  return { ...staffPartnership(c), section: section.slug }
}

/** The fields that a form sent, in their order; files are left out, and what no form sends is refused. */
export async function fieldsSent(c: MercatContext): Promise<Field[]> {
  const sent = await c.req.formData().catch(() => {
    throw new MercatError('wrong-media-type', 'This address takes what its form sends, and this is something else.')
  })
  return [...sent].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
}

/** Whether who asks may write the statement of a partnership. */
export const mayWrite = ({ var: { actor } }: MercatContext, { id }: Partnership): boolean =>
  actor.kind === 'staff' && actor.partnershipId === id && may(actor, 'statement.write')
