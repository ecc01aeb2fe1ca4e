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

/**
 * Looks for changes on behalf of all listeners together: the version of everything is read once in `every` milliseconds
 * while anybody listens, and the topics' own keys only when it has moved, but for those that are restless.
 */
export function liveWatch(version: KeyOf, every: number, onTrouble: (error: unknown) => void): LiveWatch {
  const topics = new Map<string, Topic>()
  let seen: string | undefined
  let looking = false
  let troubled = false

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

  async function look(): Promise<void> {
    try {
      const now = await version()
      // One after the other: on the embedded database each question stops the process for its moment.
      const asked = [...topics.values()].filter(({ due, restless }) => due || restless || now !== seen)
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
    looking = topics.size > 0
    if (looking) setTimeout(look, every).unref()
  }

  return (name, keyOf, tell, restless = false) => {
    const topic = topics.get(name) ?? { listeners: new Map(), due: true, restless }
    topics.set(name, topic)
    topic.listeners.set(tell, keyOf)
    topic.due = true
    if (!looking) {
      looking = true
      void look()
    }
    return () => {
      topic.listeners.delete(tell)
      if (topic.listeners.size === 0 && topics.get(name) === topic) topics.delete(name)
    }
  }
}
