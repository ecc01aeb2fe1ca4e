/** What is said when the door is shut for a while: not whether anyone has the address that was typed. */
export const lockedWords = (until: Date, now: Date): string => {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
  return `There were too many wrong attempts. Wait ${minutes === 1 ? 'a minute' : `${minutes} minutes`} and try again`
}
