import { Section } from '../../ui/parts/index.ts'
import { Bullets } from './lines.tsx'

/** What people may ask of whoever keeps data about them, and whom they can turn to. */
export function YourRights() {
  return (
    <Section id="rights" heading="Your rights">
      <p>You can ask to</p>
      <Bullets
        items={[
          'see what is kept about you, and have a copy of it',
          'have it put right when it is wrong',
          'have it erased, unless the law requires that it is kept',
          'have its use limited, or object to it',
          'take what you gave with you, where we use it because you agreed or under a contract',
        ]}
      />
      <p>
        Whom to ask stands at the top of this page. If the answer does not satisfy you,{' '}
        <a href="https://ico.org.uk/make-a-complaint/">complain to the Information Commissioner’s Office</a>, at any
        time and free of charge.
      </p>
    </Section>
  )
}
