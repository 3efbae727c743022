/**
 * Runs in the page before its own scripts: nothing changes by itself. The clock stands at `time`; it moves by a thousandth
 * of a millisecond at each look, which no text shows, because Vue passes over a handler that is not older than the click
 * it is to handle. Timers run. Colours change at once: a transition takes a frame even where its length is nothing, and
 * one more for each level that inherits it. The caret does not blink: in forced colours nobody can hide it. It is sent as text, so it may use nothing from outside.
 */
export function holdStill(time: number): void {
  let now = time
  const look = (): number => (now += 0.001)
  globalThis.Date = new Proxy(Date, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [look()] : args) as Date,
    get: (target, name) => (name === 'now' ? look : (Reflect.get(target, name) as unknown)),
  })
  const still = new CSSStyleSheet()
  still.replaceSync(
    '*, ::before, ::after { transition: none !important; caret-animation: manual !important }',
  )
  document.adoptedStyleSheets.push(still)
}
