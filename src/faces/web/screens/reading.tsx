export function ReadingScreen() {
  return <section className="screen" />;
}
