/**
 * What `npm test` runs: vitest, then the journeys in a browser; ends with one line that counts both.
 * `npm test -- src/market` runs only the vitest files whose path contains that.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './node.mjs'

const filters = process.argv.slice(2)
const reports = mkdtempSync(join(tmpdir(), 'mercat-reports-'))
const total = { passed: 0, failed: 0, skipped: 0 }
/** What failed, with the first words of why: said again at the end, where a log that was cut still shows it. */
const failures = []

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
    : { passed: 0, failed: 0, skipped: 0, failures: [] }
  // A run that broke without a test to blame still counts as a failure.
  if (result.status !== 0 && counted.failed === 0) counted.failed = 1
  for (const key of Object.keys(total)) total[key] += counted[key]
  failures.push(...counted.failures)
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
      failures: report.testResults.flatMap(failuresOfFile),
    }),
  )
  if (filters.length === 0 && hasJourneys) {
    run(
      '@playwright/test/cli.js',
      () => ['test', '--reporter=list,json'],
      (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
      ({ stats, suites, errors }) => ({
        passed: stats.expected,
        failed: stats.unexpected + stats.flaky,
        skipped: stats.skipped,
        failures: [...suites.flatMap(failuresOfJourneys), ...errors.map(({ message }) => firstWords(message))],
      }),
    )
  }
} finally {
  rmSync(reports, { recursive: true, force: true })
}

function hasFailure(file) {
  return file.assertionResults.some((test) => test.status === 'failed')
}

/** @returns {string[]} */
function failuresOfFile(file) {
  const path = relative(root, file.name)
  if (file.status === 'failed' && !hasFailure(file)) return [`${path}\n${firstWords(file.message)}`]
  return file.assertionResults
    .filter((test) => test.status === 'failed')
    .map((test) => `${path} › ${test.fullName}\n${firstWords(test.failureMessages.join('\n'))}`)
}

/** @returns {string[]} */
function failuresOfJourneys(suite) {
  const own = (suite.specs ?? [])
    .filter((spec) => !spec.ok)
    .map((spec) => {
      const said = spec.tests.flatMap((test) => test.results).flatMap((result) => result.errors)
      return `${spec.file} › ${spec.title}\n${firstWords(said.map(({ message }) => message).join('\n'))}`
    })
  return [...own, ...(suite.suites ?? []).flatMap(failuresOfJourneys)]
}

/** The first twelve lines, without colours, indented. */
function firstWords(text = '') {
  const lines = stripVTControlCharacters(text).split('\n').slice(0, 12)
  return lines.map((line) => `    ${line}`).join('\n')
}

if (failures.length > 0) process.stdout.write(`\nWhat failed:\n${failures.map((one) => `- ${one}\n`).join('')}`)
process.stdout.write(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}\n`,
)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
