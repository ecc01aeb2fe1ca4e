/** Browsers drop these characters before they read a scheme, so a scheme may hide behind them. */
const ignoredByBrowsers = /[\p{Cc}\p{Cf}\s]/gu

const schemeThatRuns = /^(?:javascript|data|vbscript):/i

/** The address as it was given, or `#` where following it would run script or open a made-up document. */
export function safeUrl(value: string): string {
  return schemeThatRuns.test(value.replace(ignoredByBrowsers, '')) ? '#' : value
}
