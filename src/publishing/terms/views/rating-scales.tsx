import { DataTable, Section } from '../../../core/ui/parts/index.ts'
import type { RatingScale } from '../../../providers/index.ts'
import { heldText } from '../held.ts'

/** Each regulator's grades, what is graded, and while the scale held. */
export function RatingScales({ scales }: { readonly scales: readonly RatingScale[] }) {
  return (
    <Section
      id="grades"
      heading="Grades"
      intro="Grades of different scales are never compared. A service’s lowest grade is the lowest of the questions that were graded."
    >
      <DataTable
        caption="Grades of each regulator, best first, and what is graded"
        captionHidden
        columns={[
          { heading: 'Regulator' },
          { heading: 'Held' },
          { heading: 'Grades, best first' },
          { heading: 'What is graded' },
        ]}
        stack
        rows={scales.map((scale) => [
          <>
            {scale.regulator}
            <small class="m-under">{scale.note}</small>
          </>,
          heldText(scale),
          lines(scale.grades.map(({ value, word }) => (value === word ? word : `${value} ${word}`))),
          lines(scale.questions.map(({ words }) => words)),
        ])}
      />
    </Section>
  )
}

const lines = (all: readonly string[]) => (
  <>
    {all.map((line, at) => (
      <>
        {at > 0 ? <br /> : null}
        {line}
      </>
    ))}
  </>
)
