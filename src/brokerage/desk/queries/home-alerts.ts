import { type Actor, may, type Partnership } from '../../../core/auth/index.ts'
import type { Db } from '../../../core/db/index.ts'
import { deskPath, packagePath, packagesPath } from '../../paths.ts'
import type { DeskWhy } from '../desk-row.ts'
import { approvalsPath } from '../paths.ts'
import { askedApprovals } from './asked-approvals.ts'
import { pressingPackages } from './desk-alerts.ts'
import { requestedUnmet } from './requested-unmet.ts'

/** What wants doing now, as a first page shows it. */
export interface BrokerageAlert {
  readonly heading: string
  readonly items: readonly {
    readonly text: string
    readonly href: string
    readonly flag: string
    readonly hint: string
  }[]
  readonly more: { readonly text: string; readonly href: string } | undefined
}

const flags: { readonly [why in DeskWhy]: string } = {
  unmet: 'No steps left',
  unsent: 'Nobody asked',
  late: 'Answer late',
  soon: 'Answer due',
  question: 'Question',
  proposal: 'Proposal',
  approval: 'Price to approve',
  paused: 'Paused',
  waiting: 'With providers',
  stuck: 'No offer out',
}

/** What presses, for those who place, ask for or approve care. */
export async function brokerageAlerts(
  db: Db,
  actor: Extract<Actor, { kind: 'staff' }>,
  { partnership: { id, slug }, now }: { readonly partnership: Pick<Partnership, 'id' | 'slug'>; readonly now: Date },
): Promise<BrokerageAlert[]> {
  const alerts: BrokerageAlert[] = []
  if (may(actor, 'packages.place')) {
    for (const broker of [actor.accountId, null]) {
      const { packages, count } = await pressingPackages(db, id, { broker, now })
      if (count === 0) continue
      const whose = broker === null ? 'that nobody has' : 'of yours'
      alerts.push({
        heading: count === 1 ? `One package ${whose} presses` : `${count} packages ${whose} press`,
        items: packages.map(({ why, package: of }) => ({
          text: of.reference,
          href: packagePath(slug, of.reference),
          flag: flags[why],
          hint:
            of.origin === 'hospital' ? `Waits in hospital, for ${of.district}.` : `Waits at home, in ${of.district}.`,
        })),
        more:
          count > packages.length
            ? {
                text: `All ${count}, on the desk`,
                href: `${deskPath(slug)}?broker=${broker === null ? 'none' : 'mine'}&group=act`,
              }
            : undefined,
      })
    }
  }
  if (may(actor, 'packages.request') && !may(actor, 'packages.place')) {
    const { references, count } = await requestedUnmet(db, id, actor.accountId)
    if (count > 0)
      alerts.push({
        heading:
          count === 1
            ? 'Nobody could take one package that you asked for'
            : `Nobody could take ${count} packages that you asked for`,
        items: references.map((reference) => ({
          text: reference,
          href: packagePath(slug, reference),
          flag: 'No steps left',
          hint: 'Change what is asked for, or agree what helps meanwhile.',
        })),
        more:
          count > references.length
            ? { text: `All ${count}, in the list`, href: `${packagesPath(slug)}?state=unmet&whose=requested` }
            : undefined,
      })
  }
  if (may(actor, 'packages.approve')) {
    const { count } = await askedApprovals(db, id)
    if (count > 0)
      alerts.push({
        heading: count === 1 ? 'One price waits for your approval' : `${count} prices wait for your approval`,
        items: [
          {
            text: 'Prices above the limit',
            href: approvalsPath(slug),
            flag: 'Decide',
            hint: 'Until then nobody is asked for these packages.',
          },
        ],
        more: undefined,
      })
  }
  return alerts
}
