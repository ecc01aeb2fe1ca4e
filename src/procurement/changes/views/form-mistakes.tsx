export { FormMistakes } from '../../../core/ui/form/index.ts'
