import type { VNode } from 'preact'
import type { Viewer } from '../ui/layout/index.ts'
import { FormSample } from './samples/pages/form-sample.tsx'
import { LongSample } from './samples/pages/long-sample.tsx'
import { PackageSample } from './samples/pages/package-sample.tsx'
import { PublicSample } from './samples/pages/public-sample.tsx'
import { WorkSample } from './samples/pages/work-sample.tsx'

/** A whole page made of the parts, and who is looking at it. */
export interface SamplePage {
  readonly name: string
  readonly title: string
  readonly viewer?: Viewer | undefined
  readonly show: () => VNode
}

const broker: Viewer = { name: 'Aila Example', actingFor: 'Sample partnership', canSwitch: true, home: '/account' }
const long: Viewer = {
  name: 'Alexandrina Constantinopoulos-Featherstonehaugh Example',
  actingFor: 'Association for Care and Support at Home in the Northern and Western Sample Isles',
  canSwitch: true,
  home: '/account',
}

/** Whole pages, in the order of the index. */
export const samplePages: readonly SamplePage[] = [
  { name: 'public', title: 'A page for the public', show: PublicSample },
  { name: 'work', title: 'A page of the workbench', viewer: broker, show: WorkSample },
  { name: 'package', title: 'A page about one thing', viewer: broker, show: PackageSample },
  { name: 'form', title: 'A form with mistakes', viewer: { ...broker, canSwitch: false }, show: FormSample },
  { name: 'long', title: 'Names as long as they come', viewer: long, show: LongSample },
]
