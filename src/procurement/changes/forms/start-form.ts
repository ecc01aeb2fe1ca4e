import { z } from 'zod'
import { contractKinds } from '../../contract-kind.ts'
import { line, oneOf } from './fields.ts'
import { type Mistake, readTyped, type Typed } from './typed.ts'

/** What a contract has to say of itself before anything of it is kept. */
export const readStart = (typed: Typed): readonly Mistake[] =>
  readTyped(z.object({ title: line('Title'), kind: oneOf(contractKinds, 'Choose the kind of contract') }), typed)
    .mistakes ?? []
