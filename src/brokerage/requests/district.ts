/** A postcode as it is written: capitals, one blank before the last three; undefined when it is none. */
export function postcodeFrom(text: string): string | undefined {
  const match = /^([A-Z]{1,2}[0-9][0-9A-Z]?)\s*([0-9][A-Z]{2})$/.exec(text.trim().toUpperCase())
  return match ? `${match[1]} ${match[2]}` : undefined
}

/** The district of a postcode, such as EH47: what providers are told of where somebody lives. */
export const districtOf = (postcode: string): string | undefined => postcodeFrom(postcode)?.split(' ')[0]
