import type { Hearing } from '../db/index.ts'

/** Tells a listener the key of its topic: first what it is, then each time that it has changed. */
type Tell = (key: string) => void
type KeyOf = () => Promise<string>

interface Topic {
  /** Each listener can say what the key is; one is asked for all of them. */
  readonly listeners: Map<Tell, KeyOf>
  /** Somebody has come who was told nothing yet, or asking failed. */
  due: boolean
  /** Its key may change while the version stays, so it is asked about at every look. */
  readonly restless: boolean
}

/** Joins those who listen to a topic; what comes back leaves them. */
export type LiveWatch = (topic: string, keyOf: KeyOf, tell: Tell, restless?: boolean) => () => void

/** How changes are noticed. */
export interface LookTimes {
  /** Milliseconds between two looks while nobody tells of changes. */
  readonly every: number
  /** The same while somebody does; and after so many all topics are asked about, for keys that move with the time of day. */
  readonly slowly: number
  /** At least so many between two looks however much is told. */
  readonly gap: number
}

/** Has somebody tell of changes from now on; what comes back says whether they do, and ends it. */
export type Telling = (changed: () => void) => Hearing

/**
 * Looks for changes on behalf of all listeners together, as soon as they are told of, and from time to time by itself:
 * the version of everything is read once, and the topics' own keys when it has moved or was long the same; those that
 * are restless each time. While nobody listens, nothing is asked.
 */
export function liveWatch(
  version: KeyOf,
  { every, slowly, gap }: LookTimes,
  onTrouble: (error: unknown) => void,
  telling: Telling = () => ({ hears: () => false, stop: () => {} }),
): LiveWatch {
  const topics = new Map<string, Topic>()
  let seen: string | undefined
  let troubled = false
  let hearing: Hearing | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let looking = false
  /** Something was told while a look was under way, which may have come too early for it. */
  let told = false
  let looked = 0
  let askedAll = 0

  async function ask(topic: Topic): Promise<void> {
    const [keyOf] = topic.listeners.values()
    if (!keyOf) return
    topic.due = false
    try {
      const key = await keyOf()
      for (const tell of topic.listeners.keys()) tell(key)
    } catch (error) {
      topic.due = true
      throw error
    }
  }

  const lookIn = (wait: number): void => {
    clearTimeout(timer)
    timer = setTimeout(look, wait).unref()
  }

  /** Looks now, or as soon as the look before is long enough ago. */
  function wake(): void {
    if (looking) told = true
    else lookIn(Math.max(0, looked + gap - Date.now()))
  }

  async function look(): Promise<void> {
    looking = true
    told = false
    looked = Date.now()
    try {
      const now = await version()
      // One after the other: on the embedded database each question stops the process for its moment.
      const all = now !== seen || looked - askedAll >= slowly
      if (all) askedAll = looked
      const asked = [...topics.values()].filter(({ due, restless }) => all || due || restless)
      seen = now
      for (const topic of asked) topic.due = true
      const troubles: unknown[] = []
      // A topic that can't be asked about keeps nobody else waiting.
      for (const topic of asked) await ask(topic).catch((error: unknown) => troubles.push(error))
      if (troubles.length > 0) throw troubles[0]
      troubled = false
    } catch (error) {
      // Said once, however long it lasts.
      if (!troubled) onTrouble(error)
      troubled = true
    }
    looking = false
    if (topics.size === 0) rest()
    else if (told) wake()
    else lookIn(hearing?.hears() && !troubled && !isRestless() ? slowly : every)
  }

  const isRestless = () => [...topics.values()].some(({ restless }) => restless)

  /** Nobody listens any more. */
  function rest(): void {
    clearTimeout(timer)
    hearing?.stop()
    hearing = undefined
  }

  return (name, keyOf, tell, restless = false) => {
    const topic = topics.get(name) ?? { listeners: new Map(), due: true, restless }
    topics.set(name, topic)
    topic.listeners.set(tell, keyOf)
    topic.due = true
    hearing ??= telling(wake)
    wake()
    return () => {
      topic.listeners.delete(tell)
      if (topic.listeners.size === 0 && topics.get(name) === topic) topics.delete(name)
      if (topics.size === 0 && !looking) rest()
    }
  }
}
