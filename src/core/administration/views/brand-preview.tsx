import { brandProblem } from '../../ui/layout/index.ts'

export interface BrandPreviewProps {
  readonly title: string
  readonly brandColour: string
}

/** The top of a page in a colour, drawn: inline styles are not allowed, and the page's own stylesheet has the old one. */
export function BrandPreview({ title, brandColour }: BrandPreviewProps) {
  if (brandProblem(brandColour)) return null
  return (
    <svg
      class="m-brand-preview"
      viewBox="0 0 280 58"
      width="280"
      height="58"
      role="img"
      aria-label={`The top of a page in the colour ${brandColour}`}
    >
      <path d="M0 0h280v58H0z" fill="#ffffff" stroke="#c6ccc7" />
      <path
        transform="translate(14 9) scale(1.375)"
        fill={brandColour}
        d="M16 .4a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM11.4 8.2h9.2v2.5h-2.7V20h-3.8v-9.3h-2.7zM10.4 20.4h11.2v3.2H10.4zM6.2 24.6h19.6v3.2H6.2z"
      />
      <text x="66" y="36" fill="#17201e" font-size="20" font-weight="640">
        {title}
      </text>
      <path d="M0 52h280v6H0z" fill={brandColour} />
    </svg>
  )
}
