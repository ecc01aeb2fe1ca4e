import type { Db } from '../../../core/db/index.ts'
import type { Id } from '../../../core/values/index.ts'
import { contractsByReference } from '../../../procurement/index.ts'
import { serviceTypes, termNamed } from '../../../providers/index.ts'
import type { RuleDraft } from '../rule-draft.ts'
import type { FileRule } from '../rule-file.ts'

/** What a rule of a file is about; or a sentence, where nothing here is called so. */
export async function subjectOf(
  db: Db,
  partnershipId: Id,
  { service, contract }: Pick<FileRule, 'service' | 'contract'>,
): Promise<Pick<RuleDraft, 'serviceType' | 'contractId'> | { readonly reason: string }> {
  const type = termNamed(await serviceTypes(db))(service)
  if (!type) return { reason: `There is no kind of service named “${service}”.` }
  if (contract === null) return { serviceType: type.key, contractId: null }
  const found = (await contractsByReference(db, partnershipId)).get(contract.toLowerCase())
  return found
    ? { serviceType: type.key, contractId: found.id }
    : { reason: `The register has no awarded contract ${contract}.` }
}
