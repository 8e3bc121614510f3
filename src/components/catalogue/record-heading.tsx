import { MathText } from '../text/math-text.tsx';
import './record-heading.css';

/** Name of a task, dataset or method, with what it is called in full. */
export function RecordHeading({
  name,
  fullName,
}: {
  readonly name: string;
  readonly fullName: string | undefined;
}) {
  return (
    <>
      <h1>
        <MathText text={name} />
      </h1>
      {fullName !== undefined && fullName !== name && (
        <p className="record-full-name">
          <MathText text={fullName} />
        </p>
      )}
    </>
  );
}
