import { expect, test } from 'vitest'
import { importFinding, sumSentence, trialFinding } from './words.ts'

const counts = { added: 0, changed: 0, unchanged: 0 }

test.each([
  [{ ...counts, added: 1200, changed: 3 }, 'Importing this file would add 1,200 rows and change 3'],
  [{ ...counts, changed: 1 }, 'Importing this file would change 1 row'],
  [{ ...counts, added: 2, changed: 3, closed: 4 }, 'Importing this file would add 2 rows, change 3 and mark 4 as gone'],
  [{ ...counts, unchanged: 5 }, 'Importing this file would change nothing'],
  [counts, 'No row of this file can be imported'],
])('the finding of a trial: %j', (given, finding) => expect(trialFinding(given)).toBe(finding))

test.each([
  [{ ...counts, added: 1200, changed: 3 }, 'Imported: 1,200 rows added, 3 changed'],
  [{ ...counts, closed: 1 }, 'Imported: 1 row marked as gone'],
  [{ ...counts, unchanged: 5 }, 'Imported: everything stood here already'],
])('the finding of an import: %j', (given, finding) => expect(importFinding(given)).toBe(finding))

test('the sum says of every row of the file what became of it', () => {
  const report = {
    file: 'a.csv',
    read: 9,
    ...counts,
    added: 4,
    rejected: [],
    rejectedRows: 2,
    dryRun: false,
    applied: true,
  }
  const sum = '9 rows read: 4 added, 0 changed, 0 as they stand, 2 not taken'
  expect(sumSentence(report)).toBe(`${sum}.`)
  expect(sumSentence({ ...report, passedOver: 3 })).toBe(`${sum}, 3 passed over as not for this import.`)
})
