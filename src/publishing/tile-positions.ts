/** Where a square stands on a tile map, counted from 1. */
export interface TilePosition {
  readonly column: number
  readonly row: number
}

/** About where each area lies among its neighbours, drawn up by hand from the map; by official code. */
const positions: Readonly<Record<string, TilePosition>> = {
  // Lancashire's districts
  E07000121: { column: 2, row: 1 }, // Lancaster
  E07000128: { column: 1, row: 2 }, // Wyre
  E07000123: { column: 2, row: 2 }, // Preston
  E07000124: { column: 3, row: 2 }, // Ribble Valley
  E07000122: { column: 4, row: 2 }, // Pendle
  E07000119: { column: 1, row: 3 }, // Fylde
  E07000126: { column: 2, row: 3 }, // South Ribble
  E07000120: { column: 3, row: 3 }, // Hyndburn
  E07000117: { column: 4, row: 3 }, // Burnley
  E07000127: { column: 1, row: 4 }, // West Lancashire
  E07000118: { column: 2, row: 4 }, // Chorley
  E07000125: { column: 4, row: 4 }, // Rossendale
  // West Lothian's wards of 2013
  S13002820: { column: 2, row: 1 }, // Linlithgow
  S13002821: { column: 3, row: 1 }, // Broxburn, Uphall and Winchburgh
  S13002828: { column: 1, row: 2 }, // Armadale and Blackridge
  S13002827: { column: 2, row: 2 }, // Bathgate
  S13002822: { column: 3, row: 2 }, // Livingston North
  S13002824: { column: 4, row: 2 }, // East Livingston and East Calder
  S13002826: { column: 1, row: 3 }, // Whitburn and Blackburn
  S13002825: { column: 2, row: 3 }, // Fauldhouse and the Breich Valley
  S13002823: { column: 3, row: 3 }, // Livingston South
}

/** The places of areas on a tile map; undefined unless every one of them has its own. */
export function tilePositions(codes: readonly string[]): ReadonlyMap<string, TilePosition> | undefined {
  const placed = codes.flatMap((code) => {
    const position = positions[code]
    return position ? [[code, position] as const] : []
  })
  return placed.length === codes.length && codes.length > 0 ? new Map(placed) : undefined
}
