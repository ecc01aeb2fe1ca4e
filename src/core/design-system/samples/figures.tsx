import { FigureCard, SourceLine, Stat } from '../../ui/parts/index.ts'
import type { Specimen } from '../specimen.ts'

const source = { text: 'Sample statistics, 2030', href: '#figure-card' }
const stat = { value: '25,500', unit: 'people projected for 2043' }

/** A number and what surrounds it. */
export const figureSpecimens = (): readonly Specimen[] => [
  {
    name: 'Figure card',
    imports: 'FigureCard from core/ui/parts',
    when: 'One figure told whole. Need is always madder, supply loch, and the gap between them hatched; a chart goes inside.',
    states: [
      {
        name: 'Need, supply and gap',
        show: (
          <div class="m-trip">
            <FigureCard
              kind="need"
              finding="The number of people aged 75 and over is projected to double"
              stat={stat}
              comparator="From about 12,400 in 2018."
              source={source}
              csv={{ href: '#figure-card' }}
            />
            <FigureCard
              kind="supply"
              finding="Hours of care at home rose by a third"
              stat={{ value: '1.41m', unit: 'hours a year' }}
              source={source}
            />
            <FigureCard
              kind="gap"
              finding="Beds held by people ready to leave tripled"
              stat={{ value: '45', unit: 'beds a day' }}
              comparator="Up from 15."
              source={source}
            />
          </div>
        ),
      },
      {
        name: 'Plain, no number',
        show: <FigureCard kind="plain" label="Money" finding="Half is spent with providers" source={source} />,
      },
    ],
  },
  {
    name: 'Stat',
    imports: 'Stat from core/ui/parts',
    when: 'One number, large, with what it counts; a sentence sets it against another. Never several in a row as tiles: that is a tally.',
    states: [
      {
        name: 'With a comparator',
        show: <Stat {...stat} comparator="About 5% below the projection for the same year." />,
      },
      { name: 'A long number', show: <Stat value="£1,044.12 million" unit="a year, in the partnership’s budget" /> },
    ],
  },
  {
    name: 'Source line',
    imports: 'SourceLine from core/ui/parts',
    when: 'The last line under every figure. No figure stands without one.',
    states: [
      { name: 'With a file', show: <SourceLine source={source} csv={{ href: '#source-line' }} /> },
      {
        name: 'Long',
        show: (
          <SourceLine
            source={{
              text: 'Market facilitation and commissioning plan of the sample partnership 2027 to 2031 (draft of January), appendix 4, table 12',
              href: '#source-line',
            }}
            csv={{ href: '#source-line' }}
          />
        ),
      },
    ],
  },
]
