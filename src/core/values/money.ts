declare const unit: unique symbol

/** Money as whole pence; never a fraction, never floating pounds. */
export type Pence = number & { readonly [unit]?: 'pence' }

const perUnit = { pounds: 100n, thousands: 100_000n, millions: 100_000_000n } as const

/** How a document prints its money: whole pounds, thousands or millions of pounds. */
export type MoneyUnit = keyof typeof perUnit

/** Pence from a decimal text such as "18,931" or "2.46" in the unit it was printed in; undefined when it is not money to the penny. */
export function penceFrom(text: string, printedIn: MoneyUnit): Pence | undefined {
  const match = /^(-|−)?£?(\d{1,3}(?:,\d{3})*|\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const whole = BigInt((match[2] ?? '').replaceAll(',', ''))
  const fraction = match[3] ?? ''
  const scaled = BigInt(fraction || '0') * perUnit[printedIn]
  const divisor = 10n ** BigInt(fraction.length)
  if (scaled % divisor !== 0n) return undefined
  const pence = Number(whole * perUnit[printedIn] + scaled / divisor)
  if (!Number.isSafeInteger(pence)) return undefined
  return match[1] ? -pence : pence
}

/** Adds amounts of pence; nothing is rounded. */
export const sumPence = (amounts: readonly Pence[]): Pence => amounts.reduce((total, amount) => total + amount, 0)
