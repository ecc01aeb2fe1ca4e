import {
  BackLink,
  Breadcrumbs,
  LanguageNavigation,
  Pagination,
  ServiceNavigation,
  SkipLink,
} from '../../ui/govuk/index.ts'
import { SectionIndex } from '../../ui/parts/index.ts'
import type { Specimen } from '../specimen.ts'

const here = '#main'

/** Ways through the pages. */
export const navigationSpecimens = (): readonly Specimen[] => [
  {
    name: 'Breadcrumbs',
    imports: 'Breadcrumbs from core/ui/govuk; Page takes them as breadcrumbs',
    when: 'On pages below a part of the site, so that people who came by a search can go up. Not together with a back link.',
    states: [
      {
        name: 'Normal',
        show: (
          <Breadcrumbs
            labelText="Sample breadcrumbs"
            items={[
              { content: 'Sample partnership', href: here },
              { content: 'Money', href: here },
              { content: 'Budget by care group' },
            ]}
          />
        ),
      },
      {
        name: 'Long names, collapsing on a phone',
        show: (
          <Breadcrumbs
            labelText="Sample breadcrumbs with long names"
            collapseOnMobile
            items={[
              { content: 'Health and social care partnership of the Sample Isles and the Long Coast', href: here },
              { content: 'Care at home for people with a learning disability', href: here },
              { content: 'Hours' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Back link',
    imports: 'BackLink from core/ui/govuk',
    when: 'Within questions asked one after another, and from one thing back to the list it stands in.',
    states: [{ name: 'Normal', show: <BackLink href={here}>All offers</BackLink> }],
  },
  {
    name: 'Section index',
    imports: 'SectionIndex from core/ui/parts',
    when: 'The numbered sections of a statement or of a long page, beside its beginning.',
    states: [
      {
        name: 'Three sections, the second current',
        show: (
          <SectionIndex
            label="Sample sections"
            items={[
              { text: 'Need', href: here },
              { text: 'Supply', href: here, current: true },
              { text: 'What we will buy', href: here },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Pagination',
    imports: 'Pagination from core/ui/govuk',
    when: 'Under lists of more than a page, and between the parts of a document.',
    states: [
      {
        name: 'Numbers',
        show: (
          <Pagination
            landmarkLabel="Sample pages"
            previous={{ href: here }}
            next={{ href: here }}
            items={[
              { number: 1, href: here },
              { ellipsis: true },
              { number: 6, href: here },
              { number: 7, href: here, current: true },
              { number: 8, href: here },
              { ellipsis: true },
              { number: 42, href: here },
            ]}
          />
        ),
      },
      {
        name: 'Parts of a document',
        show: (
          <Pagination
            landmarkLabel="Sample parts"
            previous={{ href: here, labelText: 'Need' }}
            next={{ href: here, labelText: 'What we will buy' }}
          />
        ),
      },
    ],
  },
  {
    name: 'Service navigation',
    imports: 'ServiceNavigation from core/ui/govuk',
    when: 'For a service that stands within another site. Mercat’s own pages use the masthead of Page.',
    states: [
      {
        name: 'Normal',
        show: (
          <ServiceNavigation
            serviceName="Sample service"
            serviceUrl={here}
            navigationId="sample-navigation"
            navigation={[
              { content: 'Offers', href: here, current: true },
              { content: 'Vacancies', href: here },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Language navigation',
    imports: 'LanguageNavigation from core/ui/govuk',
    when: 'Where a page is there in Welsh or Gaelic too.',
    states: [
      {
        name: 'Two languages',
        show: (
          <LanguageNavigation
            ariaLabel="Sample languages"
            items={[
              { content: 'English', lang: 'en', current: true },
              { content: 'Cymraeg', lang: 'cy', href: here, hrefLang: 'cy' },
            ]}
          />
        ),
      },
    ],
  },
  {
    name: 'Skip link',
    imports: 'SkipLink from core/ui/govuk; Page brings one',
    when: 'First on every page. It shows when it is reached by keyboard.',
    states: [{ name: 'Reach it by keyboard', show: <SkipLink href={here}>Skip to main content</SkipLink> }],
  },
]
