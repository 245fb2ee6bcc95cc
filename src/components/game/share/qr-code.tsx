import { encode } from 'uqr';

export interface QrCodeProps {
  readonly text: string;
  /** For whoever can't see it. */
  readonly label: string;
  readonly className?: string;
}

/** Cells of quiet around the code: readers need them. */
const BORDER = 3;

/** A QR code: dark on white in both colour schemes, since many readers know no other. */
export default function QrCode({ text, label, className }: QrCodeProps) {
  const { data, size } = encode(text, { border: BORDER });
  const cells = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={cells.join('')} fill="#000" />
    </svg>
  );
}
