import { encode } from 'uqr';

export interface QrCodeProps {
  readonly text: string;
  /** The accessible name. */
  readonly label: string;
  readonly className?: string;
}

/** Empty cells around the code, which readers need. */
const BORDER = 3;

/** A QR code: black on white in both colour schemes, because many readers accept nothing else. */
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
