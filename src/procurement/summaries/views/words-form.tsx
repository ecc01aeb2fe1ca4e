import { Button, CharacterCount, DateInput, Input, Select } from '../../../core/ui/govuk/index.ts'
import { safeUrl } from '../../../core/ui/safe-url.ts'
import { longestPart, type Mistake } from '../forms.ts'
import { type SummaryWords, type WrittenPart, writtenParts } from '../market-summary.ts'
import { summaryPath } from '../paths.ts'
import type { AreaLists } from '../queries/summaries-desk.ts'

/** The fields of the form of words, as they were typed. */
export type WordsTyped = Readonly<Record<string, string>>

export interface WordsFormProps {
  readonly slug: string
  readonly area: string
  readonly typed: WordsTyped
  readonly lists: AreaLists
  readonly mistakes: readonly Mistake[]
}

/** Each written part as people call it, with what belongs there. */
export const partWords: { readonly [part in WrittenPart]: { readonly name: string; readonly hint: string } } = {
  description: { name: 'Description', hint: 'What is bought, in which lots, from how many.' },
  period: { name: 'Period', hint: 'How long the contracts run, and what they can be extended by.' },
  development: { name: 'Development', hint: 'What is planned: redesign, tender, national work.' },
  management: { name: 'Management', hint: 'How people come to it, who watches over it, who reviews packages.' },
}

/** The four written parts, from when they hold and where they come from; to be kept as a draft, or published. */
export function WordsForm({ slug, area, typed, lists, mistakes }: WordsFormProps) {
  const mistake = (field: string) => mistakes.find((one) => one.field === field)?.sentence
  return (
    <form method="post" action={safeUrl(summaryPath(slug, area))} novalidate>
      <input type="hidden" name="base" value={typed.base ?? ''} />
      {writtenParts.map((part) => (
        <CharacterCount
          name={part}
          label={partWords[part].name}
          hint={partWords[part].hint}
          maxlength={longestPart}
          threshold={75}
          rows={5}
          value={typed[part]}
          errorMessage={mistake(part)}
        />
      ))}
      <DateInput
        id="from"
        namePrefix="from"
        legend="From which day it holds"
        hint="Pages as at an earlier day show what was said then. For example, 1 4 2027"
        values={typed}
        errorMessage={mistake('from')}
      />
      <Select
        name="source"
        label="Document that it is taken from (optional)"
        value={typed.source}
        items={[{ value: '', text: 'None: it is written here' }, ...lists.sources]}
        errorMessage={mistake('source')}
      />
      <Input
        name="locus"
        label="Where in the document (optional)"
        hint="Such as §8, Care at home"
        value={typed.locus}
        errorMessage={mistake('locus')}
      />
      <div class="m-btns">
        <Button name="do" value="publish">
          Publish
        </Button>
        <Button name="do" value="draft" classes="govuk-button--secondary">
          Save as a draft
        </Button>
      </div>
    </form>
  )
}

/** The form's fields for words that are there already. */
export function typedFrom(words: SummaryWords | null, today: string): WordsTyped {
  const [year = '', month = '', day = ''] = (words?.from ?? today).split('-')
  return {
    base: words?.id ?? '',
    ...Object.fromEntries(writtenParts.map((part) => [part, words?.[part] ?? ''])),
    'from-day': String(Number(day)),
    'from-month': String(Number(month)),
    'from-year': year,
    source: words?.sourceKey ?? '',
    locus: words?.locus ?? '',
  }
}
