/** What is known of somebody that must not be told before a provider has accepted. */
export interface TellTale {
  readonly name: string
  readonly address: string
}

/** What in a text would tell who it is about. */
export type Tell = 'name' | 'address' | 'postcode' | 'number' | 'date' | 'mail'

const titles = new Set(['mr', 'mrs', 'miss', 'ms', 'mx', 'dr', 'sir', 'lady', 'lord', 'rev', 'prof'])
const particles = new Set(['de', 'da', 'di', 'del', 'van', 'von', 'der', 'den', 'la', 'le', 'of', 'the', 'and', 'bin'])
/** What is said of somebody: before it a word is their name, even where a sentence begins. */
const sayings = 'is|was|has|had|likes|loves|enjoys|lives|needs|wants|prefers|uses|can|would'
/** Names that are words of every day too: these tell who it is only when they stand as names do. */
const words = new Set(
  `art baker bell bill black bond brown burn carol cook cross day dean drew field finch fish ford fox frank gale gay gene
  grace grant gray green hall hand harm hill hope ivy jack joy june king knight lane law little long low lily may mark
  marsh mason miller moss olive park pat penny pearl price ray reed rich rob rose rush shepherd short small snow stone
  sue swift sun summer taylor violet walker ward waters weir west white will wood woods young`.split(/\s+/),
)

const postcode = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/i
const dateInFigures = /\b\d{1,2}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/
const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const dayOfMonth = '\\d{1,2}(?:st|nd|rd|th)?'
const dateInWords = new RegExp(
  `\\b(?:${dayOfMonth}\\s+(?:of\\s+)?${month}|${month}\\s+${dayOfMonth}),?\\s+\\d{4}\\b`,
  'i',
)
/** Telephone numbers, numbers of records: five digits or more, however they are parted. */
const longNumber = /(?:\d[\s-]?){5,}/
const mail = /\S@\S/

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ`]/g, "'")

/** The parts of a name by which somebody is known: no title, no "de", nothing of one letter. */
const partsOf = (name: string): string[] =>
  folded(name)
    .split(/[^\p{L}']+/u)
    .map((part) => part.replace(/^'+|'+$/g, ''))
    .filter((part) => part.length > 1 && !titles.has(part.toLowerCase()) && !particles.has(part.toLowerCase()))

/** The streets and houses of an address, without their numbers. */
const streetsOf = (address: string): string[] =>
  folded(address)
    .split(/[,\n]/)
    .map((part) => part.replace(/^[\s\d/-]+[a-z]?\s+/i, '').trim())
    .filter((part) => /\p{L}{3,}\s+\p{L}{2,}/u.test(part))

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const stands = (text: string, what: string, flags: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{M}])${escaped(what).replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{M}])`, flags).test(text)

const capitalOf = (part: string): string => `${part.charAt(0).toUpperCase()}${part.slice(1).toLowerCase()}`

/** A part of a name in a text: as typed in any case, or, when it is a word too, only with a capital where no sentence begins, or as whose something is, or of whom something is said. */
function namedIn(text: string, part: string): boolean {
  if (!words.has(part.toLowerCase())) return stands(text, part, 'iu')
  const capital = capitalOf(part)
  const withinSentence = `(?<![.!?:]\\s{0,3})(?<=\\S\\s{0,3})(?<!\\p{L})${capital}(?!\\p{L})`
  const said = `(?<!\\p{L})${capital}(?:'s|\\s+(?:${sayings}))(?!\\p{L})`
  return new RegExp(`${withinSentence}|${said}`, 'u').test(text)
}

/** What in a text would tell who it is about, to somebody who knows the place. */
export function tellsIn(text: string, { name, address }: TellTale): Tell[] {
  const plain = folded(text)
  const tells: Tell[] = []
  const parts = partsOf(name)
  const whole = parts.map(capitalOf).join(' ')
  if (parts.some((part) => namedIn(plain, part)) || (parts.length > 1 && stands(plain, whole, 'u'))) tells.push('name')
  if (streetsOf(address).some((street) => stands(plain, street, 'iu'))) tells.push('address')
  if (postcode.test(plain)) tells.push('postcode')
  if (dateInFigures.test(plain) || dateInWords.test(plain)) tells.push('date')
  else if (longNumber.test(plain)) tells.push('number')
  if (mail.test(plain)) tells.push('mail')
  return tells
}

const tellWords: { readonly [tell in Tell]: string } = {
  name: 'the person’s name',
  address: 'the person’s street',
  postcode: 'a postcode',
  number: 'a long number',
  date: 'a date such as a date of birth',
  mail: 'an email address',
}

/** The sentence on what has to be taken out of a text; undefined when nothing has. */
export function tellTrouble(label: string, text: string, person: TellTale): string | undefined {
  const tells = tellsIn(text, person).map((tell) => tellWords[tell])
  if (tells.length === 0) return undefined
  const last = tells.at(-1) ?? ''
  const list = tells.length === 1 ? last : `${tells.slice(0, -1).join(', ')} and ${last}`
  return `${label} holds ${list}. Take it out: providers read this before they know who it is`
}
