import { type Partnership, partnershipById } from '../../../core/auth/index.ts'
import { nextReferences } from '../../../core/references/index.ts'
import { type Id, londonDate, newId } from '../../../core/values/index.ts'
import type { CarePackage } from '../../care-package.ts'
import type { Work } from '../../commands/work.ts'
import { brokerage } from '../../schema/index.ts'
import { tellSpell } from '../../unmet/commands/tell-spell.ts'
import { daysMask } from '../../visit-line.ts'
import type { AskedPackages, RequestOutcome } from '../asked-packages.ts'
import { criteriaOn, type NeedCriteria } from '../need-criteria.ts'
import { packageColumns, packageOf } from '../queries/package-row.ts'
import { requestLists } from '../queries/request-lists.ts'
import { requestProblems } from '../request-problems.ts'
import { liveNeedProblems } from './live-needs.ts'
import { personOf, savePerson } from './request-person.ts'

/**
 * Asks for care for one person: a package for each kind of service, all of one request. What is wrong comes back in
 * sentences and nothing is written; two who ask for one person's need at once stand in the person's queue.
 */
export async function requestPackages(work: Work, asked: AskedPackages): Promise<RequestOutcome> {
  const today = londonDate(work.at)
  const partnership = await partnershipById(work.db, work.partnershipId)
  const lists = await requestLists(work.db, partnership, today)
  const found = await personOf(work, asked.person)
  const criteria = criteriaOn(lists.criteria, asked.assessedOn)
  const problems = [
    ...found.problems,
    ...requestProblems(asked, {
      today,
      criteria,
      person: found.person,
      services: new Set(lists.services.map(({ key }) => key)),
      areas: new Set(lists.areas.map(({ code }) => code)),
    }),
    ...(found.id ? await liveNeedProblems(work, found.id, asked.elements) : []),
  ]
  if (problems.length > 0 || !criteria) return { outcome: 'refused', problems }
  const personId = found.id ?? (await savePerson(work, partnership, found.person))
  const packages = await writePackages(work, asked, { partnership, criteria, personId, district: found.district })
  for (const { id } of packages) await tellSpell(work, id)
  return { outcome: 'asked', packages }
}

interface Beside {
  readonly partnership: Partnership
  readonly criteria: NeedCriteria
  readonly personId: Id
  readonly district: string
}

async function writePackages(work: Work, asked: AskedPackages, beside: Beside): Promise<CarePackage[]> {
  const { db, partnershipId: partnership_id, actor, at } = work
  const requestId = newId()
  const references = await nextReferences(db, beside.partnership, 'PKG', asked.elements.length)
  const rows = await brokerage(db)
    .insertInto('care_package')
    .values(
      asked.elements.map((element, index) => ({
        ...{ partnership_id, id: newId(), reference: references[index] ?? '', request_id: requestId, version: 1 },
        ...{ person_id: beside.personId, district: beside.district, area_code: asked.area },
        ...{ need: element.need ?? element.serviceType, service_type_key: element.serviceType },
        ...{ criteria_key: beside.criteria.key, level: asked.level },
        no_level_reason: asked.level === null ? asked.noLevelReason : null,
        ...{ outcomes: [...asked.outcomes], needs: [...asked.needs], choices: asked.choices },
        ...{ support_option: asked.supportOption, origin: asked.origin, assessed_on: asked.assessedOn },
        ...{ ready_at: asked.readyAt, start_by: asked.startBy, pen_picture: asked.penPicture },
        ...{ short_term: element.shortTerm, state: 'waiting' as const, broker_id: null },
        ...{ requested_by: actor.kind === 'staff' ? actor.accountId : null, created_at: at, changed_at: at },
        ...{ ended_on: null, end_reason: null },
      })),
    )
    .returning(packageColumns)
    .execute()
  const byReference = new Map(rows.map((row) => [row.reference, row]))
  const packages = asked.elements.flatMap((element, index) => {
    const row = byReference.get(references[index] ?? '')
    return row
      ? [
          packageOf(
            row,
            element.lines.map((line) => ({ id: newId(), ...line })),
          ),
        ]
      : []
  })
  await brokerage(db)
    .insertInto('package_line')
    .values(
      packages.flatMap(({ id: package_id, lines }) =>
        lines.map(({ id, band, days, minutes, carers }) => ({
          ...{ partnership_id, id, package_id, band, days: daysMask(days), minutes, carers },
          // Wanted since it could have begun, not since it is to start: waiting is counted from then.
          held: `[${londonDate(asked.readyAt)},)`,
        })),
      ),
    )
    .execute()
  for (const made of packages) {
    const { id, ...payload } = made
    work.told.push({ event: 'brokerage.package-asked', subject: { kind: 'package', id }, payload })
  }
  return packages
}
