/** Returns the minified module. */
export function bundleScripts(): Promise<string>
