import type { Product } from './product.ts'

/** Words that a page must show as they are, however much they look like a page's own. */
export const markup = '<script>alert(1)</script> <b>bold</b> & "quoted" <img src=x onerror=alert(2)>'

const figures =
  'key,label,finding,section,theme,area,period,ages,sex,value,lower,upper,unit,basis,comparator_label,comparator_value,direction,source,locus,status,note'
const areas = 'code,name,kind,nation,hierarchy,parent,other_names,note'
const texts = 'section,position,kind,heading,text,source,locus'

const cell = (text: string) => `"${text.replaceAll('"', '""')}"`

interface Awkward {
  readonly slug: string
  readonly title: string
  readonly name: string
  readonly area: string
  readonly prefix: string
  readonly figures?: readonly string[]
  readonly areas?: readonly string[]
  readonly texts?: readonly string[]
}

interface FigureRow {
  readonly key: string
  readonly label: string
  readonly theme: string
  readonly area: string
  readonly section?: string
  readonly finding?: string
  readonly value?: string
  readonly note?: string
}

/** A row of a file of figures; what a test does not care for is filled in. */
const figure = ({ key, label, theme, area, section = 'demand', finding = label, value = '12', note }: FigureRow) =>
  [key, cell(label), cell(finding), section, cell(theme), area, '2025', '', 'all', value, '', '', 'people', 'actual']
    .concat(['', '', '', 'elc-2015', cell(label), note ? 'caution' : 'printed', cell(note ?? '')])
    .join(',')

const longWord = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'
const longName = `The Health, Social Care, Housing and Community Justice Partnership of ${longWord} and the Islands`

const awkward: readonly Awkward[] = [
  {
    slug: 'long-names',
    title: `${longWord} and the Islands`,
    name: longName,
    area: 'S12000033',
    prefix: 'LONG',
    areas: [
      `long/zone/1,${longWord} a Rhosllannerchrugog,zone,scotland,zone,S12000033,,${longWord.repeat(2)}`,
      `long/ward/1,${cell(`${longName}, upper ward`)},ward,scotland,zone,long/zone/1,,`,
    ],
    figures: [
      figure({
        key: 'long',
        label: longName,
        theme: longName,
        area: 'S12000033',
        value: '123456789012',
        note: longName,
      }),
      figure({ key: 'word', label: longWord.repeat(3), theme: longWord, area: 'S12000033', section: 'gaps' }),
    ],
    texts: [`about,1,lead,${cell(longName)},${cell(longWord.repeat(4))},elc-2015,${longWord}`],
  },
  { slug: 'nothing-yet', title: 'Nothing Yet', name: 'Nothing Yet Council', area: 'S12000041', prefix: 'NONE' },
  {
    slug: 'two-hundred',
    title: 'Two Hundred',
    name: 'Two Hundred Health and Social Care Partnership',
    area: 'S12000036',
    prefix: 'TWO',
    figures: Array.from({ length: 200 }, (_, at) =>
      figure({ key: `figure-${at}`, label: `People counted ${at}`, theme: `Theme ${at % 10}`, area: 'S12000036' }),
    ),
  },
  {
    slug: 'markup',
    title: '<b>Bold</b> & Sons',
    name: '<b>Bold</b> & Sons Partnership',
    area: 'S12000005',
    prefix: 'BOLD',
    areas: [`bold/ward/1,${cell(markup)},ward,scotland,locality,S12000005,,${cell(markup)}`],
    figures: [
      figure({ key: 'markup', label: markup, theme: markup, area: 'S12000005', note: markup }),
      figure({ key: 'need', label: markup, theme: 'Words', area: 'S12000005', section: 'gaps' }),
    ],
    texts: [
      `about,1,lead,${cell(markup)},${cell(markup)},elc-2015,${cell(markup)}`,
      `messages,2,message,${cell(markup)},${cell(markup)},,`,
    ],
  },
  {
    slug: 'letters',
    title: 'Sgìre Leòdhais, Tŷ Ŵyn, בריאות and الرعاية',
    name: 'Com-pàirteachas Slàinte is Cùraim Shòisealta Leòdhais',
    area: 'S12000013',
    prefix: 'SGIR',
    areas: ['leodhas/ward/1,An Taobh Siar agus Nis – Ŷnys Ŵen,ward,scotland,locality,S12000013,,بلدة'],
    figures: [
      figure({ key: 'gaidhlig', label: 'Daoine aois 75 no nas sine', theme: 'Feum', area: 'S12000013' }),
      figure({ key: 'hebrew', label: 'אנשים בני 75 ומעלה (75+)', theme: 'צורך', area: 'S12000013' }),
      figure({ key: 'arabic', label: 'أشخاص بعمر 75 عامًا فأكثر', theme: 'الحاجة', area: 'S12000013', section: 'gaps' }),
    ],
    texts: ['about,1,lead,Cùram faisg air an dachaigh,"Tha am bòrd a’ planadh cùram. Gŵyl y tŷ – שלום – مرحبا.",,'],
  },
]

/** Adds the partnerships that a page is easily broken by, through the command line as an operator would. */
export async function addAwkwardPartnerships(product: Product): Promise<void> {
  await Promise.all(awkward.map((one) => addPartnership(product, one)))
}

async function addPartnership(product: Product, partnership: Awkward): Promise<void> {
  const { slug, title, name, area, prefix, ...files } = partnership
  const about = ['--slug', slug, '--title', title, '--name', name, '--area', area, '--prefix', prefix]
  await product.run(['partnership', 'add', ...about, '--nation', 'scotland'])
  for (const [kind, head, rows = []] of [
    ['areas', areas, files.areas],
    ['indicators', figures, files.figures],
    ['texts', texts, files.texts],
  ] as const) {
    if (rows.length === 0) continue
    const file = await product.file(`${slug}-${kind}.csv`, [head, ...rows])
    await product.run(['import', kind, file, '--partnership', slug, '--all-or-nothing'])
  }
  // Words are drafts until an edition is published; where there is nothing, there is no edition.
  if (files.figures) await product.run(['statement', 'publish', '--partnership', slug, '--title', title])
}
