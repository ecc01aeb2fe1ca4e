import { Mark } from '../../ui/layout/index.ts'
import type { Specimen } from '../specimen.ts'

const inks = [
  ['f-ink', 'Ink', '#17201e', 'text, heavy rules, primary button'],
  ['f-need', 'Madder', '#a63d14', 'need, short, late'],
  ['f-supply', 'Loch', '#0a666e', 'supply, agreed term'],
  ['f-grey', 'Grey', '#828c88', 'planned, in-house, past'],
] as const

const categories = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']
const cells = ['d-n3', 'd-n2', 'd-n1', 'd-0', 'd-s1', 'd-s2', 'd-s3', 'q-1', 'q-2', 'q-3', 'q-4', 'q-5', 'q-6'] as const

/** What everything is set and inked in. */
export const typeSpecimens = (): readonly Specimen[] => [
  {
    name: 'Type',
    imports: 'Finding, Lead from core/ui/parts; m-small, m-2',
    when: 'Literata for headings and large numbers; Source Sans 3 for everything else, whose figures are all one width.',
    states: [
      {
        name: 'Sizes',
        show: (
          <div class="m-texts">
            <p class="m-h1">Half of the money</p>
            <p class="m-h2">Half of the money is spent with providers</p>
            <p class="m-h3">Half of the money is spent with providers</p>
            <p class="m-lead">A lead is read by everyone, so it says the whole in a sentence.</p>
            <p>Body text, 19 pixels on pages to read and 17 on the workbench. £1,234,567.89, −24%, ŵ and ŷ.</p>
            <p class="m-small m-2">Small text in the second ink, never under 14 pixels.</p>
          </div>
        ),
      },
    ],
  },
  {
    name: 'Inks',
    imports: 'Tone from core/ui/charts; f-need, k-supply, m-c-need',
    when: 'Need is always madder and supply always loch. A partnership’s colour paints the mark, the ground line and the current tab, never data.',
    states: [
      {
        name: 'Four inks',
        show: (
          <ul class="m-ds-swatches">
            {inks.map(([fill, name, hex, use]) => (
              <li>
                <Swatch fill={fill} />
                <b>{name}</b> {hex}, {use}
              </li>
            ))}
          </ul>
        ),
      },
      {
        name: 'Categories, in this order, at most seven',
        show: (
          <ul class="m-ds-swatches">
            {categories.map((name) => (
              <li>
                <Swatch fill={`f-${name}`} />
                <b>{name}</b>
              </li>
            ))}
          </ul>
        ),
      },
      {
        name: 'Short to spare, low to high: each ground with its own colour of text',
        show: (
          <ul class="m-key">
            {cells.map((name) => (
              <li class={name}>{name}</li>
            ))}
            <li class="d-x">
              <span>d-x [c]</span>
            </li>
          </ul>
        ),
      },
    ],
  },
  {
    name: 'Mark',
    imports: 'Mark from core/ui/layout',
    when: 'An i for news on three steps. In the masthead the ground line is its third step.',
    states: [
      {
        name: 'Whole',
        show: (
          <p class="m-by">
            <Mark /> Mercat
          </p>
        ),
      },
    ],
  },
  {
    name: 'Separation',
    imports: 'm-why, m-sec; rules of 5, 2 and 1 pixels',
    when: 'Parts are told apart by the weight of a rule, not by boxes: 5 pixels open a block, 2 a table, 1 a row. No shadows, no round corners.',
    states: [
      {
        name: 'A block that explains',
        show: (
          <div class="m-why">
            <p>The turn goes to the provider with the smaller share of hours.</p>
          </div>
        ),
      },
    ],
  },
]

const Swatch = ({ fill }: { readonly fill: string }) => (
  <svg class="m-chart" width="100%" height="48" aria-hidden="true" focusable="false">
    <rect class={fill} width="100%" height="48" />
  </svg>
)
