import { z } from 'zod'
import {
  date,
  dateFields,
  first,
  line,
  type Mistake,
  oneOf,
  type Read,
  readTyped,
  type Typed,
  words,
} from '../../../core/forms/index.ts'
import { type Id, type IsoDate, isPlainLine } from '../../../core/values/index.ts'
import { origins } from '../../care-package.ts'
import { bands } from '../../visit-line.ts'
import type { AskedElement, AskedPackages, AskedPerson, RequestProblem } from '../asked-packages.ts'
import { readyFrom } from '../ready-at.ts'
import { type TellTale, tellTrouble } from '../told-person.ts'
import { readVisits, servicesShown } from '../visit-rows.ts'

/** The value that says that no level has been set yet. */
export const noLevel = 'none'

const plain = (label: string, most: number) =>
  line(label, most).refine((typed) => isPlainLine(typed), `${label} must be one line of plain text`)

const person = z.object({
  name: plain('Name', 100),
  address: words('Address', 300).min(1, 'Enter the address'),
  postcode: line('Postcode', 10),
  contacts: words('Who to contact', 500),
  risks: words('What a care worker must be warned of', 500),
  ownReference: words('Number of the social work record', 40).refine(isPlainLine, 'The number must be one line'),
})

const request = z.object({
  assessed: date('Day of the assessment'),
  level: z.string().min(1, 'Choose the level of need, or say why there is none yet').max(60),
  noLevelReason: words('Why there is no level yet', 200),
  option: oneOf(['1', '2', '3', '4'], 'Choose how support is arranged'),
  outcomes: words('What the person wants to be able to do', 2000).min(
    1,
    'Enter at least one thing that the person wants to be able to do',
  ),
  choices: words('What the person chooses', 1000),
  needs: z.array(z.string().max(100)).max(60),
  area: z.string().min(1, 'Choose the area').max(60),
  origin: oneOf(origins, 'Choose where the person is waiting'),
  ready: date('Day from which care could begin'),
  start: date('Day by which care is to start'),
  picture: words('Pen picture', 1000).min(1, 'Enter a pen picture, without saying who it is'),
})

/** Who a request is read for, and when. */
export interface Asking {
  /** Somebody known; left out, they are described in the form. */
  readonly person: (TellTale & { readonly id: Id }) | undefined
  readonly now: Date
}

/** Reads a request; everything that is wrong with it comes in the order of the page. */
export function readRequest(typed: Typed, { person: known, now }: Asking): Read<AskedPackages> {
  const who: Read<AskedPerson> = known ? { read: { id: known.id } } : readTyped(person, typed)
  const asked = readTyped(request, typed)
  const elements = readElements(typed)
  if (who.mistakes || asked.mistakes || elements.mistakes) {
    const telling = tellMistakes(typed, known ?? { name: first(typed, 'name'), address: first(typed, 'address') })
    return { mistakes: inOrder([who, asked, elements].flatMap(mistakesOf).concat(telling)) }
  }
  const { assessed, ready, start, option, picture, level, noLevelReason, outcomes, ...same } = asked.read
  return {
    read: {
      ...same,
      person: who.read,
      level: level === noLevel ? null : level,
      noLevelReason: level === noLevel ? noLevelReason : null,
      outcomes: outcomes
        .split(/\r?\n/)
        .map((one) => one.trim())
        .filter(Boolean),
      supportOption: Number(option) as AskedPackages['supportOption'],
      assessedOn: assessed,
      readyAt: readyFrom(ready, now),
      startBy: start,
      penPicture: picture,
      elements: elements.read,
    },
  }
}

/** Texts that providers read before they know who it is, and that say who it is; said beside what else is wrong, not after it. */
const tellMistakes = (typed: Typed, person: TellTale): Mistake[] =>
  Object.entries({
    outcomes: 'What the person wants to be able to do',
    choices: 'What the person chooses',
    picture: 'The pen picture',
  }).flatMap(([field, label]) => {
    const sentence = tellTrouble(label, first(typed, field), person)
    return sentence ? [{ field, sentence }] : []
  })

const pageOrder = [
  ...['name', 'address', 'postcode', 'ownReference', 'contacts', 'risks', 'assessed', 'level', 'noLevelReason'],
  ...['outcomes', 'choices', 'option', 'needs', 's1', 's2', 's3', 's4', 'origin', 'area', 'ready', 'start', 'picture'],
]

/** Mistakes in the order in which their fields stand on the page. */
export const inOrder = (mistakes: readonly Mistake[]): Mistake[] => mistakes.toSorted((a, b) => placeOf(a) - placeOf(b))

const placeOf = ({ field = '' }: Mistake): number => pageOrder.indexOf(field.split('-')[0] ?? '')

const mistakesOf = (read: Read<unknown>): readonly Mistake[] => read.mistakes ?? []

function readElements(typed: Typed): Read<AskedElement[]> {
  const read: AskedElement[] = []
  const mistakes: Mistake[] = []
  for (let at = 1; at <= servicesShown(typed); at += 1) {
    const serviceType = first(typed, `s${at}-service`)
    const visits = readVisits(typed, at)
    // Another service that nothing is said of was opened by mistake.
    if (at > 1 && serviceType === '' && !visits.mistakes && visits.read.length === 0) continue
    if (serviceType === '') mistakes.push({ field: `s${at}-service`, sentence: 'Choose the service' })
    if (visits.mistakes) mistakes.push(...visits.mistakes)
    else if (visits.read.length === 0)
      mistakes.push({ field: `s${at}-v1-minutes`, sentence: 'Enter at least one visit: there are none in this week' })
    else read.push({ serviceType, shortTerm: first(typed, `s${at}-short`) === 'yes', lines: visits.read })
  }
  return mistakes.length > 0 ? { mistakes } : { read }
}

const fields: Readonly<Record<string, string>> = {
  assessedOn: 'assessed-day',
  readyAt: 'ready-day',
  startBy: 'start-day',
  penPicture: 'picture',
  'person.name': 'name',
  'person.address': 'address',
  'person.postcode': 'postcode',
  'person.ownReference': 'ownReference',
}

/** A problem that the rules found, at the field of the form that it is about. */
export function mistakeOf({ at, sentence }: RequestProblem, typed: Typed): Mistake {
  const element = /^elements\.(\d+)\.(serviceType|lines)$/.exec(at)
  if (!element) return { field: fields[at] ?? at, sentence }
  const service = servicesIn(typed)[Number(element[1])] ?? 1
  return { field: `s${service}-${element[2] === 'lines' ? 'v1-minutes' : 'service'}`, sentence }
}

/** The numbers of the services of a form in which something is said: the elements of what is read. */
const servicesIn = (typed: Typed): number[] =>
  Array.from({ length: servicesShown(typed) }, (_, index) => index + 1).filter(
    (at) => first(typed, `s${at}-service`) !== '',
  )

/** A form as it opens. */
export const emptyRequest = ({ today, services }: { today: IsoDate; services: readonly string[] }): Typed => ({
  ...dateFields('assessed', null),
  ...dateFields('ready', today),
  ...dateFields('start', null),
  's1-service': services.includes('care-at-home') ? ['care-at-home'] : [''],
})

/** What a button of the form adds to it: `visits-2` a visit to the second service, `service` another service; undefined when it sends it. */
export function grownBy(asked: string, typed: Typed): Typed | undefined {
  if (asked === 'service') return { ...typed, services: [String(servicesShown(typed) + 1)] }
  const service = /^visits-([1-4])$/.exec(asked)?.[1]
  if (!service) return undefined
  const rows = Number(first(typed, `s${service}-rows`)) || bands.length
  return { ...typed, [`s${service}-rows`]: [String(rows + 1)] }
}
