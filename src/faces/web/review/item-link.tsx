// The name of an item, leading to all that is known of it; plain words where it is no item.

import { linkTo } from "../route.ts";

export function ItemLink({ path, title }: { path: string | null; title: string }) {
  if (path === null) return <span className="review-name">{title}</span>;
  return (
    <a className="review-name" href={linkTo("item", { path })} title={path === title ? undefined : path}>
      {title}
    </a>
  );
}
