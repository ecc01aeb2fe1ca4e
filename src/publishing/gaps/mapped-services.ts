import type { GapGrid, GridService } from '../../market/index.ts'

/** The services of which more than supply is known in some area below the whole: those that a map and a grid can show. */
export function mappedServices({ services, cells, whole }: GapGrid): readonly GridService[] {
  const known = cells.filter(({ area }) => area.code !== whole.code).filter(isMoreThanSupply)
  const keys = new Set(known.map(({ service }) => service.key))
  return services.filter(({ key }) => keys.has(key))
}

const isMoreThanSupply = ({ need, forecast, targets, shortages }: GapGrid['cells'][number]): boolean =>
  need !== null || forecast !== null || targets.length > 0 || shortages.length > 0
