export { DefaultButton } from '../../../core/ui/form/index.ts'
