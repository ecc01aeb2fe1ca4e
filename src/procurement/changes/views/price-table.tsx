import { DataTable } from '../../../core/ui/parts/index.ts'
import { dayTypes, rateUnits } from '../../rate-line.ts'
import { dayTypeWords, unitWords } from '../../register/contract-words.ts'
import { rowsShown } from '../forms/price-rows.ts'
import type { Choice } from '../queries/choices.ts'
import { ChoiceField, type FormState, TextField } from './form-fields.tsx'

const units = rateUnits.map((value) => ({ value, text: unitWords[value] }))
const days = dayTypes.map((value) => ({ value, text: value === 'any' ? 'any day' : dayTypeWords[value] }))

interface PriceTableProps {
  readonly form: FormState
  /** Whose price it may be; none when the form says whose. */
  readonly providers: readonly Choice[] | undefined
  /** The contract takes prices from a national table. */
  readonly national: boolean
}

/** Prices to type, a row each: what for, when, how much. */
export function PriceTable({ form, providers, national }: PriceTableProps) {
  const shown = rowsShown(form.typed, 'price', providers ? 3 : 2)
  return (
    <>
      <input type="hidden" name="rows" value={String(shown)} />
      <DataTable
        caption="Prices, one in each row; empty rows are left out"
        stack
        columns={[
          { heading: 'Price' },
          ...(providers ? [{ heading: 'Whose' }] : []),
          { heading: 'For' },
          { heading: 'Visit of', unit: 'minutes' },
          { heading: 'Days' },
          { heading: 'Level of care' },
          { heading: 'Amount', unit: '£' },
          ...(national ? [{ heading: 'Or' }] : []),
          { heading: 'Units a year' },
          { heading: 'Includes' },
        ]}
        rows={Array.from({ length: shown }, (_, index) => {
          const at = index + 1
          const field = (name: string) => ({ form, name: `price-${at}-${name}`, labelHidden: true })
          return [
            `Price\u00a0${at}`,
            ...(providers
              ? [
                  <ChoiceField
                    {...field('provider')}
                    label={`Price ${at}: whose price`}
                    none="Every provider"
                    choices={providers}
                  />,
                ]
              : []),
            <ChoiceField
              {...field('unit')}
              label={`Price ${at}: what the price is for`}
              none="Choose"
              choices={units}
            />,
            <TextField
              {...field('minutes')}
              label={`Price ${at}: minutes of the visit`}
              width={4}
              inputmode="numeric"
            />,
            <ChoiceField {...field('days')} label={`Price ${at}: days`} choices={days} />,
            <TextField {...field('level')} label={`Price ${at}: level of care`} width={10} />,
            <TextField {...field('pounds')} label={`Price ${at}: price in pounds`} width={5} inputmode="decimal" />,
            ...(national ? [<NationalBox form={form} at={at} />] : []),
            <TextField {...field('yearly')} label={`Price ${at}: units a year`} width={5} inputmode="numeric" />,
            <TextField {...field('includes')} label={`Price ${at}: what it includes`} width={20} />,
          ]
        })}
      />
    </>
  )
}

function NationalBox({ form, at }: { readonly form: FormState; readonly at: number }) {
  const name = `price-${at}-national`
  return (
    <ChoiceField
      form={form}
      name={name}
      label={`Price ${at}: from the national table`}
      labelHidden
      none="this price"
      choices={[{ value: 'yes', text: 'the national table’s' }]}
    />
  )
}

/** Caps to type: the most that may be asked for each thing in a lot. */
export function CapTable({ form }: { readonly form: FormState }) {
  return (
    <DataTable
      caption="Caps: the most that may be asked. Without any, the lot has no cap, and can’t get one later."
      stack
      columns={[
        { heading: 'Cap' },
        { heading: 'For' },
        { heading: 'Visit of', unit: 'minutes' },
        { heading: 'Days' },
        { heading: 'At most', unit: '£' },
      ]}
      rows={Array.from({ length: rowsShown(form.typed, 'cap', 2) }, (_, index) => {
        const at = index + 1
        const field = (name: string) => ({ form, name: `cap-${at}-${name}`, labelHidden: true })
        return [
          `Cap\u00a0${at}`,
          <ChoiceField {...field('unit')} label={`Cap ${at}: what it is for`} none="Choose" choices={units} />,
          <TextField {...field('minutes')} label={`Cap ${at}: minutes of the visit`} width={4} inputmode="numeric" />,
          <ChoiceField {...field('days')} label={`Cap ${at}: days`} choices={days} />,
          <TextField {...field('pounds')} label={`Cap ${at}: most in pounds`} width={5} inputmode="decimal" />,
        ]
      })}
    />
  )
}
