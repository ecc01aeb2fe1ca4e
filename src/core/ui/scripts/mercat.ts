/** What pages do beyond reading and sending forms, once scripts run; every page works without it. */
import { watchButtons } from './buttons.ts'
import { countCharacters } from './character-count.ts'
import { revealChosen, watchChoices } from './choices.ts'
import { enhance, enhanceWith } from './enhance.ts'
import { watchExits } from './exit.ts'
import { watchUnsaved } from './guard.ts'
import { listenForChanges, watchVisibility } from './live.ts'
import { foldNavigation } from './navigation.ts'
import { focusNotice } from './notice.ts'
import { showPasswords } from './password.ts'
import { watchSwaps } from './watch-swaps.ts'

enhanceWith(countCharacters, showPasswords, revealChosen, foldNavigation, focusNotice, listenForChanges)
watchButtons()
watchChoices()
watchExits()
// Before the guard, which must see whether a form was taken over.
watchSwaps()
watchUnsaved()
watchVisibility()
enhance(document.body)
