/** Why what was pressed just above could not be done; nothing when it could. */
export const ErrorMessage = ({ words }: { words: string | null }) =>
  words && (
    <p role="alert" className="text-bad text-sm">
      {words}
    </p>
  );
