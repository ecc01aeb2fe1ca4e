export { enterPurchase as enterSpot } from '../../src/procurement/spot/commands/enter-purchase.ts'
