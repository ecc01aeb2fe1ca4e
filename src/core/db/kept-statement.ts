import { type messages, type PGlite, parse, protocol } from '@electric-sql/pglite'
import type { PGliteDialectConfig } from 'kysely'
import { LRUCache } from 'lru-cache'

type Engine = Exclude<PGliteDialectConfig['pglite'], (...given: never[]) => unknown>

/** A statement that the engine has read: what its parameters are, and what its rows will be. */
interface Statement {
  /** Empty for one that is not kept. */
  readonly name: string
  readonly parameters: readonly number[]
  readonly rows: readonly messages.BackendMessage[]
  uses: number
}

/** Statements that are kept, each with its plan: the product has several hundred that are asked again and again. */
const most = 500

/** A longer text is a list of rows to write, hardly ever of the same number again. */
const longest = 8_000

/** A plan is made for tables as they stand. Nothing in the engine notices that they grow, so that it is made anew now and then. */
const usesOfPlan = 200

/** A plan that is kept supposes ten values in a list, and is a hundred times too slow for thousands. */
const ofList = /\bany\s*\(\s*\$/i

/** What leaves the tables as they are made; anything else may change what a kept statement means. */
const plain = /^\s*(?:\/\*.*?\*\/\s*)?(?:select|insert|update|delete|with|values|savepoint|release|rollback)\b/i

/**
 * The embedded engine for Kysely: what is asked a second time is kept, read and planned, and asked in one message of three
 * parts. By itself the engine reads and plans every statement anew, in six messages, which takes longer than most of the work.
 */
export function keepingStatements(pglite: PGlite): Engine {
  const seen = new LRUCache<string, true>({ max: most * 4 })
  let dropped: string[] = []
  const kept = new LRUCache<string, Statement>({ max: most, dispose: ({ name }) => void dropped.push(name) })
  let made = 0

  const send = (...parts: Uint8Array[]) => pglite.execProtocolStream(Buffer.concat(parts), { syncToFs: false })

  const prepare = async (text: string): Promise<Statement> => {
    const isFit = text.length <= longest && !ofList.test(text)
    const isKept = isFit && seen.has(text)
    if (isFit) seen.set(text, true)
    made += 1
    const name = isKept ? `kept-${made}` : ''
    const closed = dropped.map((one) => serialize.close({ type: 'S', name: one }))
    dropped = []
    const read = [serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync()]
    const answer = await send(...closed, ...read)
    const rows = answer.filter((message) => message.name === 'rowDescription')
    const statement = { name, parameters: parse.parseDescribeStatementResults(answer), rows, uses: 0 }
    if (isKept) kept.set(text, statement)
    return statement
  }

  const ask = async <T>(text: string, given: readonly unknown[]) => {
    const statement = kept.get(text) ?? (await prepare(text))
    statement.uses += 1
    if (statement.uses >= usesOfPlan) kept.delete(text)
    const values = given.map((value, at) => {
      if (value === null || value === undefined) return null
      const write = pglite.serializers[statement.parameters[at] ?? 0]
      return write ? write(value) : String(value)
    })
    const answer = await send(
      serialize.bind({ statement: statement.name, values }),
      serialize.execute({}),
      serialize.sync(),
    )
    const [result] = parse.parseResults([...statement.rows, ...answer], pglite.parsers)
    if (!result) throw new Error('A statement was not answered.')
    return { ...result, rows: result.rows as T[] }
  }

  return {
    close: () => pglite.close(),
    get closed() {
      return pglite.closed
    },
    get ready() {
      return pglite.ready
    },
    waitReady: pglite.waitReady,
    query: (text, given, options) => {
      if (!plain.test(text)) kept.clear()
      return pglite.query(text, given, options)
    },
    transaction: (work) =>
      pglite.transaction((transaction) =>
        work({
          rollback: () => transaction.rollback(),
          query: (text, given = [], options) => {
            if (plain.test(text)) return pglite.runExclusive(() => ask(text, given))
            kept.clear()
            return transaction.query(text, given, options)
          },
        }),
      ),
  }
}

const { serialize } = protocol
