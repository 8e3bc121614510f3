import './filter-bar.css';

/** Says that a part of the address was not understood and what is shown in its place. */
export function AddressProblem({ problem }: { readonly problem: string | null }) {
  if (problem === null) return null;
  return (
    <p className="notice address-problem" role="status">
      {problem}
    </p>
  );
}
