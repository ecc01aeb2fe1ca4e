/**
 * A name as it is looked up: without case, accents, apostrophes and punctuation, "&" as "and",
 * and with "Edinburgh, City of" turned round.
 */
export function foldedName(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f'’‘`]/g, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .trim()
  const turned = plain.replace(/^(.+),\s*((?:the )?[a-z ]+ of|the)$/, '$2 $1')
  return turned.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
