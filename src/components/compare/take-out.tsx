/** Takes one of those that are compared out of the comparison. */
export function TakeOut({
  name,
  onTakeOut,
}: {
  readonly name: string;
  readonly onTakeOut: () => void;
}) {
  return (
    <button
      type="button"
      className="text-button small no-print"
      aria-label={`Take ${name} out`}
      onClick={onTakeOut}
    >
      Take out
    </button>
  );
}
