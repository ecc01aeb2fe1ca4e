export { CarriedFields } from '../../../core/ui/form/index.ts'
