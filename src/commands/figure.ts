import { InvalidArgumentError, Option } from 'commander'
import { publicActor } from '../core/auth/index.ts'
import { asActor } from '../core/db/index.ts'
import { number } from '../core/ui/format.ts'
import type { PopulationKind } from '../market/index.ts'
import { askFigure } from '../publishing/index.ts'
import { type AddCommand, say } from './context.ts'
import { migratedDatabase } from './migrated-database.ts'

interface Options {
  area: string
  year?: string
  ages?: string
  kind?: PopulationKind
  vintage?: number
  json?: boolean
}

/** `mercat figure MEASURE --area CODE`: one published number, with where it comes from and the rows behind it. */
export const addFigure: AddCommand = (program, context) => {
  program
    .command('figure')
    .description('Print one figure with its source, its method and the rows behind it.')
    .argument('<measure>', 'population, dementia, budget, or the key of a cited figure')
    .requiredOption('--area <code>', 'the area, by code or name')
    .option('--year <year>', 'a year such as 2028, or 2011/12 for money; the latest when left out')
    .option('--ages <ages>', 'such as 75+, 65-74 or all')
    .addOption(new Option('--kind <kind>', 'estimate or projection').choices(['estimate', 'projection']))
    .option('--vintage <year>', 'the edition, by the year it is based on', vintage)
    .option('--json', 'print it as one JSON document')
    .action(async (measure: string, { json, ...question }: Options) => {
      const database = await migratedDatabase(context)
      const figure = await asActor(database, publicActor, (db) => askFigure(db, { measure, ...question }))
      const value = figure.value === null ? 'no number' : number(figure.value, Number.isInteger(figure.value) ? 0 : 1)
      const sources = figure.sources.map(({ title, edition, licence }) =>
        [title, edition, licence].filter(Boolean).join(', '),
      )
      const words = [
        `${figure.label}, ${figure.area.name}, ${figure.period ?? 'no period printed'}: ${value} ${figure.unit ?? ''}`,
        figure.method,
        ...sources.map((source) => `Source: ${source}`),
        ...(figure.note ? [figure.note] : []),
      ]
      say(context, json === undefined ? {} : { json }, figure, words.join('\n'))
    })
}

function vintage(text: string): number {
  if (!/^(19|20)\d{2}$/.test(text)) throw new InvalidArgumentError('It must be a year such as 2018.')
  return Number(text)
}
