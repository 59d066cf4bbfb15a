// Loaded before a program (`node --import`): its wall clock is wrong by CLOCK_SHIFTS, such as "0:3600000,4000:-3600000": from the
// start an hour fast, after four seconds an hour slow, as when NTP sets it. The monotonic clock stays as it is.
const shifts = (process.env.CLOCK_SHIFTS ?? '')
  .split(',')
  .map((shift) => shift.split(':').map(Number) as [fromMs: number, byMs: number])
const TrueDate = Date
const now = () => TrueDate.now() + (shifts.findLast(([fromMs]) => fromMs <= performance.now())?.[1] ?? 0)

globalThis.Date = new Proxy(TrueDate, {
  construct(target, args, self) {
    return Reflect.construct(target, args.length === 0 ? [now()] : args, self) as object
  },
  apply: () => new TrueDate(now()).toString(),
  get: (target, property) => (property === 'now' ? now : Reflect.get(target, property)),
})
