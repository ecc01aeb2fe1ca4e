import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const everywhere = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'demo/**/*.test.ts', 'tools/**/*.test.ts']

/** What asks a database; a rule is the same on each. */
const onPostgres = ['src/**/*.{db,web}.test.{ts,tsx}', 'src/cli.test.ts', 'test/*.db.test.ts', 'test/process/*.test.ts']

/** Files of the whole run that take longest. */
const long = [
  'test/process/serving',
  'test/process/kill-during-imports',
  'src/core/backup/backup',
  // The first that wants the demonstration loads it, and the others wait: before there is a crowd.
  'src/demonstration',
  'src/play-demonstration',
  'src/who-may-what',
  'src/core/sign-in/',
  '.web.test',
  '.db.test',
]

/** Longest first, so that no processor waits at the end for one that began a long file last; a fresh clone has no times to go by. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = long.findIndex((part) => moduleId.includes(part))
      return at === -1 ? long.length : at
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: process.env.TEST_DATABASE_URL ? onPostgres : everywhere,
    globalSetup: ['test/support/global-setup.ts'],
    // Only what hangs meets these: a machine with other work takes three times as long as one without.
    testTimeout: 90_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    pool: 'forks',
    // Files that follow each other in a process share what they import, and the compiled database: a third less to do.
    // What a test leaves behind in a module would be found by the next, as by the next request to a server.
    isolate: false,
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
  },
})
