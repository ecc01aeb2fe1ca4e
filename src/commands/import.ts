import { type Command, InvalidArgumentError, Option } from 'commander'
import { importOfferRules, importPackages } from '../brokerage/index.ts'
import { importBudgets } from '../budgets/index.ts'
import { type Partnership, partnershipBySlug, publicActor } from '../core/auth/index.ts'
import { asActor, type Database } from '../core/db/index.ts'
import type { ImportOptions, ImportReport, SourceFile } from '../core/import/index.ts'
import { importIndicators, importSources, sourceByKey } from '../evidence/index.ts'
import { importOpportunities, importPopulation, importPrevalence, importVolumes } from '../market/index.ts'
import { importAreas } from '../places/index.ts'
import { importNationalFrameworks, importNationalRates } from '../procurement/index.ts'
import { importRegister, regulators } from '../providers/index.ts'
import { importTexts } from '../publishing/index.ts'
import type { AddCommand, CommandContext } from './context.ts'
import { dateArgument } from './date-argument.ts'
import { common, runImportCommand } from './import-command.ts'
import { addContractImports } from './import-contracts.ts'

/** `mercat import …`: official files and a partnership's own, each by its layout. */
export const addImport: AddCommand = (program, context) => {
  const family = program.command('import').description('Import a file: every good row, every bad one reported.')
  addPopulation(family, context)
  addPrevalence(family, context)
  addRegister(family, context)
  common(family.command('sources'), 'Sources that figures cite').action((path, options) =>
    runImportCommand(context, path, options, importSources),
  )
  common(family.command('national-frameworks'), 'Frameworks that others made').action((path, options) =>
    runImportCommand(context, path, options, importNationalFrameworks),
  )
  common(family.command('national-rates'), 'Prices of national frameworks').action((path, options) =>
    runImportCommand(context, path, options, importNationalRates),
  )
  addAreas(family, context)
  ofPartnership(family, context, 'budgets', 'Budgets and spend by care group and service', importBudgets)
  ofPartnership(family, context, 'indicators', 'Figures as documents print them', importIndicators)
  ofPartnership(family, context, 'volumes', 'How much of each service is needed and there is', importVolumes)
  ofPartnership(family, context, 'opportunities', 'What the market is told about each service', importOpportunities)
  ofPartnership(
    family,
    context,
    'texts',
    'The words of a statement, as drafts until an edition is published',
    importTexts,
  )
  ofPartnership(family, context, 'offer-rules', 'Rules by which care is offered', importOfferRules, 'a JSON file')
  ofPartnership(
    family,
    context,
    'packages',
    'Packages of care from an earlier list: what was asked, who gives it, who waits and why',
    importPackages,
  )
  addContractImports(family, context)
}

function addPopulation(family: Command, context: CommandContext): void {
  common(family.command('population'), 'Population estimates or projections')
    .requiredOption('--layout <layout>', 'nrs (single years of age) or bands', oneOf('nrs', 'bands'))
    .requiredOption('--kind <kind>', 'estimate or projection', oneOf('estimate', 'projection'))
    .requiredOption('--vintage <year>', 'the year the edition is based on', year)
    .option('--source <key>', 'the source it comes from; National Records of Scotland when left out')
    .action((path, options) =>
      runImportCommand(context, path, options, (database, file, run) =>
        importPopulation(database, file, {
          ...run,
          layout: options.layout,
          kind: options.kind,
          vintage: options.vintage,
          source: options.source,
        }),
      ),
    )
}

function addPrevalence(family: Command, context: CommandContext): void {
  common(family.command('prevalence'), 'Rates of a condition by age and sex')
    .requiredOption('--measure <measure>', 'the condition, such as dementia')
    .requiredOption('--source <key>', 'the source of the rates')
    .action((path, options) =>
      runImportCommand(context, path, options, (database, file, run) =>
        importPrevalence(database, file, { ...run, measure: options.measure, source: options.source }),
      ),
    )
}

function addRegister(family: Command, context: CommandContext): void {
  common(family.command('register'), 'A regulator’s register of services: the whole of the councils that it names')
    .addOption(new Option('--regulator <name>', 'whose register it is').choices(regulators).makeOptionMandatory())
    .requiredOption('--as-of <date>', 'the day that the file pictures, such as 2025-05-31', dateArgument)
    .option('--source <key>', 'the source it comes from; the regulator’s own publication when left out')
    .option('--yes', 'take it although it looks like a mistake')
    .action((path, options) =>
      runImportCommand(context, path, options, (database, file, run) =>
        importRegister(database, file, {
          ...run,
          regulator: options.regulator,
          asOf: options.asOf,
          source: options.source,
          yes: options.yes === true,
        }),
      ),
    )
}

function addAreas(family: Command, context: CommandContext): void {
  common(
    family.command('areas'),
    'Areas with their parents and other names',
    'a CSV file, or their boundaries from GeoJSON',
  )
    .requiredOption('--partnership <name>', 'the partnership, as in its address: west-lothian')
    .option('--source <key>', 'the source that boundaries come from')
    .option('--yes', 'take boundaries although they look like a mistake')
    .action((path, { partnership: slug, source, yes, ...options }) =>
      runImportCommand(context, path, options, async (database, file, run) => {
        const partnership = await asActor(database, publicActor, async (db) => {
          if (source !== undefined) await sourceByKey(db, source)
          return partnershipBySlug(db, slug)
        })
        return importAreas(database, partnership, file, { ...run, source, yes: yes === true })
      }),
    )
}

function ofPartnership(
  family: Command,
  context: CommandContext,
  name: string,
  what: string,
  run: (
    database: Database,
    partnership: Partnership,
    file: SourceFile,
    options: ImportOptions & { at: Date },
  ) => Promise<ImportReport>,
  from?: string,
): void {
  common(family.command(name), what, from)
    .requiredOption('--partnership <name>', 'the partnership, as in its address: west-lothian')
    .action((path, options) =>
      runImportCommand(context, path, options, async (database, file, options_) => {
        const partnership = await asActor(database, publicActor, (db) => partnershipBySlug(db, options.partnership))
        return run(database, partnership, file, options_)
      }),
    )
}

function oneOf<Word extends string>(...words: readonly Word[]) {
  return (text: string): Word => {
    const found = words.find((word) => word === text)
    if (!found) throw new InvalidArgumentError(`It must be ${words.join(' or ')}.`)
    return found
  }
}

function year(text: string): number {
  if (!/^(19|20)\d{2}$/.test(text)) throw new InvalidArgumentError('It must be a year such as 2018.')
  return Number(text)
}
