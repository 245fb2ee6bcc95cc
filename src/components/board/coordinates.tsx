import type { Color } from '../../contract/game/index.ts';

const files = [...'abcdefgh'];
const ranks = [...'12345678'];

/** Letters along the lower edge and numbers along the left one, inside the squares. Hidden from screen readers. */
export function Coordinates({ orientation }: { orientation: Color }) {
  const across = orientation === 'white' ? files : files.toReversed();
  const down = orientation === 'white' ? ranks.toReversed() : ranks;
  // Along both edges the squares alternate, beginning with a light one at the top left.
  const color = (index: number, offset: number) =>
    (index + offset) % 2 === 0 ? 'var(--color-coord-light)' : 'var(--color-coord-dark)';
  return (
    <span aria-hidden="true">
      {down.map((rank, index) => (
        <span
          key={rank}
          className="coordinate"
          style={{ left: '0.7%', top: `${index * 12.5 + 0.9}%`, color: color(index, 0) }}
        >
          {rank}
        </span>
      ))}
      {across.map((file, index) => (
        <span
          key={file}
          className="coordinate"
          style={{
            right: `${(7 - index) * 12.5 + 0.45}%`,
            bottom: '0.35%',
            color: color(index, 1),
          }}
        >
          {file}
        </span>
      ))}
    </span>
  );
}
