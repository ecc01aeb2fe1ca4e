/** The direction of the modules (docs/adr/0001 says why). Read by tools/direction.mjs, which `npm run check` runs. */

/** The floor plan: a module may use those that stand before it. */
const modules = [
  'places',
  'evidence',
  'providers',
  'budgets',
  'bodies',
  'procurement',
  'brokerage',
  'finance',
  'monitoring',
  'market',
  'plans',
  'engagement',
  'publishing',
]

const any = modules.join('|')
// A large part of a module may have a folder of its own that is laid out like a module.
const part =
  '(?:(?:write|register|gaps|supply|places|terms|suppression|changes|planning|rates|intake|summaries|sharing|spot|organisations|uplifts|contracts|provider|requests|desk|rules|offers|placements|unmet|record|capacity|keys|week|solving|plans|drills|time-machine)/)?'
const test = '\\.test\\.tsx?$'
const input = '(?:core/(?:db|http|jobs)/|app\\.|cli\\.|server\\.|worker\\.)'
const inputPackages = '(?:^|/)node_modules/(?:kysely|hono|@hono|pg|pg-boss|@electric-sql)/'
const inputBuiltins = '^(?:node:)?(?:fs|net|http|https|child_process|worker_threads)(?:/|$)'
/** Files of a module that are not rules: they touch the database, the request or the page. */
const notRules = [
  `^src/[^/]+/${part}(?:queries|commands|routes|api|jobs|schema|index|forms|paths|views|migrations|import[^/]*)(?:/|\\.tsx?$)`,
  '-(?:queries|commands|routes|api|jobs)\\.tsx?$',
  test,
]

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...modules.slice(0, -1).map((name, place) => ({
      name: `${name}-uses-only-modules-above`,
      comment: `The floor plan lets ${name} use ${modules.slice(0, place).join(', ') || 'no module'}.`,
      severity: 'error',
      from: { path: `^src/${name}/` },
      to: { path: `^src/(?:${modules.slice(place + 1).join('|')})/` },
    })),
    {
      name: 'through-the-front-door',
      comment: 'What others may use of a module stands in its index.ts.',
      severity: 'error',
      from: { path: `^src/(${any})/` },
      to: { path: `^src/(?:${any})/(?!index\\.ts$)`, pathNot: '^src/$1/' },
    },
    {
      name: 'core-knows-no-module',
      severity: 'error',
      from: { path: '^src/core/' },
      to: { path: `^src/(?:${any})/` },
    },
    {
      name: 'engines-stand-alone',
      comment: 'Engines are mathematics: no other folder, no package, nothing of the machine.',
      severity: 'error',
      from: { path: '^src/engines/', pathNot: test },
      to: { pathNot: '^src/engines/' },
    },
    {
      name: 'entries-are-on-top',
      comment: 'Only the files directly in src/ and the command wiring know everything.',
      severity: 'error',
      from: { path: `^src/(?:core|engines|${any})/`, pathNot: test },
      to: { path: '^src/(?:[^/]+$|commands/)' },
    },
    {
      name: 'rules-are-pure',
      comment: 'A rule is given values and decides; it reads no database, request, queue or file.',
      severity: 'error',
      from: { path: `^src/(?:${any})/`, pathNot: notRules },
      to: { path: [`^src/${input}`, inputPackages, inputBuiltins] },
    },
    {
      name: 'rules-never-point-back',
      comment: 'Queries and commands call rules, not the other way about.',
      severity: 'error',
      from: { path: `^src/(${any})/`, pathNot: notRules },
      to: { path: `^src/$1/${part}(?:queries|commands|routes|api|jobs|views)(?:/|\\.tsx?$)` },
    },
    {
      name: 'views-do-no-io',
      comment: 'A view is given everything it shows; of the rest it may know the types.',
      severity: 'error',
      from: { path: `^src/(?:${any})/${part}views/`, pathNot: test },
      to: {
        path: [
          `^src/${input}`,
          `^src/(?:${any})/${part}(?:queries|commands|routes|jobs)(?:/|\\.tsx?$)`,
          inputPackages,
          inputBuiltins,
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere would let every rule above look away.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
