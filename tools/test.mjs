/**
 * What `npm test` runs: vitest, then the journeys in a browser; ends with one line that counts both.
 * `npm test -- src/market` runs only the vitest files whose path contains that.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './node.mjs'

const filters = process.argv.slice(2)
const reports = mkdtempSync(join(tmpdir(), 'mercat-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }

/** Runs a test program, its output streaming by, and adds what its JSON report counts. */
function run(script, args, env, count) {
  const report = join(reports, `${script.replace(/\W/g, '-')}.json`)
  const result = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args(report)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env(report) },
  })
  const counted = existsSync(report)
    ? count(JSON.parse(readFileSync(report, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 }
  // A run that broke without a test to blame still counts as a failure.
  if (result.status !== 0 && counted.failed === 0) counted.failed = 1
  for (const key of Object.keys(total)) total[key] += counted[key]
}

const hasJourneys =
  existsSync(join(root, 'test/journeys')) &&
  readdirSync(join(root, 'test/journeys'), { recursive: true }).some((file) => String(file).endsWith('.spec.ts'))

try {
  run(
    'vitest/vitest.mjs',
    (report) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
    () => ({}),
    (report) => ({
      passed: report.numPassedTests,
      // A file that could not be read has no tests of its own to count.
      failed:
        report.numFailedTests +
        report.testResults.filter((file) => file.status === 'failed' && !hasFailure(file)).length,
      skipped: report.numPendingTests + report.numTodoTests,
    }),
  )
  if (filters.length === 0 && hasJourneys) {
    run(
      '@playwright/test/cli.js',
      () => ['test', '--reporter=list,json'],
      (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
      ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }),
    )
  }
} finally {
  rmSync(reports, { recursive: true, force: true })
}

function hasFailure(file) {
  return file.assertionResults.some((test) => test.status === 'failed')
}

process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`,
)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
