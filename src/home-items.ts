import { may } from './core/auth/index.ts'
import { importsPath } from './core/importing/index.ts'
import { type HomeItems, providerPeoplePath } from './core/sign-in/index.ts'
import { authorityPath, contractsPath, planningPath, providerContractsPath } from './procurement/index.ts'
import { registerPath } from './providers/index.ts'

/** What a role finds on its first page; each item only for whoever may do it. */
export const homeItems: HomeItems = (actor, { membership }) => {
  const slug = membership.partnership?.slug
  if (!slug) {
    return [
      {
        text: 'Your contracts',
        href: providerContractsPath(),
        hint: 'Lots, ranks, prices and dates, in every partnership.',
      },
      {
        text: 'People who act for us',
        href: providerPeoplePath(),
        hint: 'Who sees all of this, and who waits for one of you to agree.',
      },
      {
        text: 'What partnerships will need',
        href: '/',
        hint: 'Their market position statements, and how to work with them.',
      },
    ]
  }
  return [
    may(actor, 'contracts.read') && {
      text: 'Contracts',
      href: contractsPath(slug),
      hint: 'Who may be offered what, when and at what price; what ends, and what is to be decided.',
    },
    may(actor, 'contracts.plan') && {
      text: 'How decision dates are worked out',
      href: planningPath(slug),
      hint: 'Steps of each kind of contract, meetings of committees, and who may approve what.',
    },
    may(actor, 'contracts.delegate') && {
      text: 'Who may approve changes of contracts',
      href: authorityPath(slug),
      hint: 'Up to how much each role may commit, by kind of change.',
    },
    may(actor, 'statement.write') && {
      text: 'Write the statement',
      href: `/${slug}/write`,
      hint: 'The words of each section, key messages and planned additions; preview and publish.',
    },
    {
      text: 'The statement as everyone sees it',
      href: `/${slug}`,
      hint: 'The figures of today and the words last published.',
    },
    { text: 'Editions', href: `/${slug}/editions`, hint: 'What was published when, and what changed.' },
    may(actor, 'data.import') && {
      text: 'Register of services',
      href: registerPath(slug),
      hint: 'What is new, gone, regraded and resized since the register before, and the history of each service.',
    },
    may(actor, 'data.import') && {
      text: 'Import data',
      href: importsPath(slug),
      hint: 'Registers, areas, figures, budgets and words from files, tried out before anything changes.',
    },
    may(actor, 'people.manage') && {
      text: 'People, settings and mail',
      href: '/admin',
      hint: 'Who may do what, what the site says of itself, and what it has sent.',
    },
  ].filter((item) => item !== false)
}
