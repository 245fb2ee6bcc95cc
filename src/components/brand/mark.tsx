/** The mark: a rook, the tower, with the head of a rook, the bird. Takes the text's colour. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="3.4 3.6 26.8 25.9" fill="currentColor" aria-hidden="true" className={className}>
      <path d="M5.8 4.8h3.7v2.8h2.4V4.8h3.7v2.8H18V4.8c3.1.1 5.4 1.3 7 3.3 1.1 1.4 2.6 2.9 4 3.7-2.9.1-6.1.5-8.5 2.2l-1 .8 1.5 8.2H7.9l1.6-8.5-3.7-3.8zm11.4 4.05a1.45 1.45 0 1 0 0 2.9 1.45 1.45 0 0 0 0-2.9z" />
      <path d="M6.5 24.4h15.9l1.9 3.9H4.6z" />
    </svg>
  );
}
