import type { Partnership } from '../../../core/auth/index.ts'
import { longDate, number } from '../../../core/ui/format.ts'
import { Pagination } from '../../../core/ui/govuk/index.ts'
import { SortableTable } from '../../../core/ui/parts/index.ts'
import { gradeWords, servicesPerPage } from '../../../providers/index.ts'
import { supplyServicesPath } from '../paths.ts'
import type { ServicesContent } from '../queries/services-content.ts'

/** A page of the services, sorted by any column. */
export function ServicesTable(props: ServicesContent & { readonly partnership: Partnership }) {
  const { partnership, asked, asOf, services, sort, page, pages, total, terms, regulator } = props
  const { slug, title } = partnership
  const wordOf = gradeWords(terms.scales, regulator)
  const address = supplyServicesPath(slug, asked)
  const first = (page - 1) * servicesPerPage + 1
  return (
    <SortableTable
      caption={`Services for adults in ${title}${asOf ? `, ${longDate(asOf)}` : ''}`}
      captionHidden
      address={address}
      sort={sort}
      region="services"
      count={
        pages > 1
          ? `Services ${number(first)} to ${number(first + services.length - 1)} of ${number(total)}`
          : `${number(total)} ${total === 1 ? 'service' : 'services'}`
      }
      columns={[
        { heading: 'Service', key: 'name' },
        { heading: 'Kind', key: 'kind' },
        { heading: 'Provider', key: 'provider' },
        { heading: 'Town', key: 'town' },
        { heading: 'Places', align: 'number', key: 'places', first: 'descending' },
        { heading: 'Lowest grade', key: 'grade' },
        { heading: 'Inspected', key: 'inspected', first: 'descending' },
      ]}
      rows={services.map((service) => [
        service.name,
        [service.careService, service.subtype].filter(Boolean).join(', '),
        service.providerName ?? 'Not told',
        service.town ?? service.placeName ?? 'Not told',
        service.places === null || service.places === 0 ? 'None registered' : number(service.places),
        wordOf(service.lowestGrade),
        service.inspectedOn ? longDate(service.inspectedOn) : 'Not told',
      ])}
      pages={<ServicePages slug={slug} asked={asked} page={page} pages={pages} />}
    />
  )
}

/** Links to the first page, the last, and those around this one. */
function ServicePages({
  slug,
  asked,
  page,
  pages,
}: Pick<ServicesContent, 'asked' | 'page' | 'pages'> & { slug: string }) {
  if (pages <= 1) return null
  const at = (one: number) => supplyServicesPath(slug, { ...asked, page: one === 1 ? undefined : String(one) })
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (one) => one === 1 || one === pages || Math.abs(one - page) <= 1,
  )
  return (
    <Pagination
      landmarkLabel="Pages of services"
      previous={page > 1 ? { href: at(page - 1) } : undefined}
      next={page < pages ? { href: at(page + 1) } : undefined}
      items={near.flatMap((one, index) => [
        index > 0 && one - (near[index - 1] ?? 0) > 1 ? ({ ellipsis: true } as const) : null,
        { number: one, href: at(one), current: one === page },
      ])}
    />
  )
}
