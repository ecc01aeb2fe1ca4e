import { may } from './core/auth/index.ts'
import { importsPath } from './core/importing/index.ts'
import type { HomeItems } from './core/sign-in/index.ts'
import { registerPath } from './providers/index.ts'

/** What a role finds on its first page; each item only for whoever may do it. */
export const homeItems: HomeItems = (actor, { membership }) => {
  const slug = membership.partnership?.slug
  if (!slug) {
    return [
      {
        text: 'What partnerships will need',
        href: '/',
        hint: 'Their market position statements, and how to work with them.',
      },
    ]
  }
  return [
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
