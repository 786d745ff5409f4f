export function ListScreen() {
  return <section className="screen" />;
}
