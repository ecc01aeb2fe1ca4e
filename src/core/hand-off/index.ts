export { handOver } from './hand-over.ts'
export { listenForOrders } from './listen.ts'
