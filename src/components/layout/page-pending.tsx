import './page-pending.css';

/** Stands in while a page's data is on its way: quiet bars where title and text will be. */
export function PagePending() {
  return (
    <div className="page-pending" role="status">
      <span className="visually-hidden">Loading</span>
      <div className="page-pending-bar" data-size="crumb" />
      <div className="page-pending-bar" data-size="title" />
      <div className="page-pending-bar" data-size="line" />
      <div className="page-pending-bar" data-size="block" />
    </div>
  );
}
