import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { EmptyState, Finding, Lead } from '../../../core/ui/parts/index.ts'
import { homePath } from '../../paths.ts'
import { StatementPage } from '../../views/frame.tsx'
import { supplyPath, supplyServicesPath } from '../paths.ts'
import type { ServicesContent } from '../queries/services-content.ts'
import { ServicesFilter } from './services-filter.tsx'
import { ServicesTable } from './services-table.tsx'

export interface ServicesPageProps extends ServicesContent {
  readonly partnership: Partnership
}

/** The registered services of an area by name, narrowed and sorted as asked. */
export function ServicesPage(props: ServicesPageProps) {
  const { partnership, asOf, total, services } = props
  const { slug, title } = partnership
  const heading = `${total === 1 ? 'One service' : `${number(total)} services`} for adults in ${title}`
  return (
    <StatementPage
      partnership={partnership}
      title={`Registered services in ${title}`}
      description={`Every service for adults on the regulator’s register in ${title}: kind, provider, town, places and lowest grade.`}
      current="statement"
      breadcrumbs={[
        { content: 'Statement', href: homePath(slug) },
        { content: 'Supply', href: supplyPath(slug) },
        { content: 'Services by name' },
      ]}
    >
      <Finding level={1}>{asOf ? heading : `No register of services in ${title} is known yet`}</Finding>
      {asOf ? <Lead>As they stand on the regulator’s register as at {longDate(asOf)}.</Lead> : null}
      <div id="services">
        {asOf ? <ServicesFilter slug={slug} {...props} /> : null}
        {services.length > 0 ? (
          <ServicesTable {...props} />
        ) : (
          <EmptyState
            what={asOf ? 'No service matches this filter.' : 'The services of the area stand here.'}
            why={
              asOf
                ? 'Names of services and providers are searched for the letters that you type.'
                : 'Importing the regulator’s register fills the list.'
            }
            link={
              asOf
                ? { text: 'All services', href: supplyServicesPath(slug) }
                : { text: 'The section on supply', href: supplyPath(slug) }
            }
          />
        )}
      </div>
    </StatementPage>
  )
}
