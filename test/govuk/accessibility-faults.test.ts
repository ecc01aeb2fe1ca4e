import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-6'
import { expect, test } from 'vitest'
import { faults } from './accessibility-faults.tsx'

const file = fileURLToPath(new URL('./accessibility-faults.tsx', import.meta.url))
const root = fileURLToPath(new URL('../../', import.meta.url))

test('the compiler refuses every accessibility fault', { timeout: 60_000 }, () => {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [file], include: [] }, ts.sys, root)
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options))
  expect(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([])
})

test('every fault is one that the compiler was told to expect', () => {
  expect(readFileSync(file, 'utf8').match(/@ts-expect-error/g)).toHaveLength(faults.length)
})
