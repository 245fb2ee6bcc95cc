/** Why what was pressed just above could not be done; nothing when it could. */
export const ErrorMessage = ({ text }: { text: string | null }) =>
  text && (
    <p role="alert" className="text-bad text-sm">
      {text}
    </p>
  );
