import {
  approvalsPath,
  capacityPlace,
  deskPath,
  drillsPath,
  newPackagePath,
  offerRulesPath,
  offersPlace,
  packagesPath,
  peoplePath,
  timeMachinePath,
} from './brokerage/index.ts'
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
        text: 'Your offers',
        href: offersPlace.href,
        hint: 'What partnerships ask you for, until when you can answer, and why it came to you.',
      },
      {
        text: 'What you can give',
        href: capacityPlace.href,
        hint: 'Hours a week by area and part of the day; nothing is offered to you beyond them.',
      },
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
    may(actor, 'packages.place') && {
      text: 'The desk',
      href: deskPath(slug),
      hint: 'What is to be placed, with the clock on each and the one thing to do next.',
    },
    may(actor, 'packages.approve') && {
      text: 'Prices to approve',
      href: approvalsPath(slug),
      hint: 'Offers above the limit of a rule that wait for somebody who may approve them.',
    },
    may(actor, 'packages.request') && {
      text: 'Ask for care',
      href: newPackagePath(slug),
      hint: 'For one person: level of need, what matters to them, visits of a week, by when.',
    },
    may(actor, 'packages.read') && {
      text: 'Packages of care',
      href: packagesPath(slug),
      hint: 'What was asked for, where it stands, and what is still to be placed.',
    },
    may(actor, 'contracts.read') && {
      text: 'Contracts',
      href: contractsPath(slug),
      hint: 'Who may be offered what, when and at what price; what ends, and what is to be decided.',
    },
    may(actor, 'rules.write') && {
      text: 'Offer rules',
      href: offerRulesPath(slug),
      hint: 'Who is asked for care in which order, for how long; tried on past packages before it is saved.',
    },
    may(actor, 'drills.read') && {
      text: 'Failure drills',
      href: drillsPath(slug),
      hint: 'If a provider or a home closed: where everyone could go, who could not, and the continuity plan.',
    },
    may(actor, 'lots.replay') && {
      text: 'Time machine',
      href: timeMachinePath(slug),
      hint: 'Past packages under other rules, places in lots, prices or hours.',
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
    may(actor, 'people.data') && {
      text: 'A person’s data',
      href: peoplePath(slug),
      hint: 'To give somebody what is held of them, or to erase it.',
    },
    may(actor, 'people.manage') && {
      text: 'People, settings and mail',
      href: '/admin',
      hint: 'Who may do what, what the site says of itself, and what it has sent.',
    },
  ].filter((item) => item !== false)
}
