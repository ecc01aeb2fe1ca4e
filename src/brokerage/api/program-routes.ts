import { newApi } from '../../core/http/index.ts'
import { capacityApi } from './capacity.ts'
import { offersApi } from './offers.ts'
import { keyScheme } from './with-key.ts'

/** What a provider's own programs ask for with a key: offers, answers and capacity. */
export function providerApi(): ReturnType<typeof newApi> {
  const api = newApi()
  api.openAPIRegistry.registerComponent('securitySchemes', keyScheme, {
    type: 'http',
    scheme: 'bearer',
    description: 'A key that a provider makes on the page /provider/keys.',
  })
  offersApi(api)
  capacityApi(api)
  return api
}
