import { SingleBar } from 'cli-progress'

export type ProgressBar = { advance(by: number): void; set(value: number): void; stop(): void }

/** A bar on a terminal, with what is left; into a file or a pipe, a line every tenth. */
export function openProgressBar(label: string, total: number, unit = ''): ProgressBar {
  if (!process.stderr.isTTY) return openPlainProgress(label, total, unit)
  const format = `${label} {bar} {value}/{total}${unit} {eta_formatted}`
  const bar = new SingleBar({ format, barCompleteChar: '█', barIncompleteChar: '░', hideCursor: true })
  bar.start(total, 0)
  return { advance: (by) => bar.increment(by), set: (value) => bar.update(value), stop: () => bar.stop() }
}

function openPlainProgress(label: string, total: number, unit: string): ProgressBar {
  let value = 0
  let tenths = 0
  const set = (next: number) => {
    value = next
    const reached = total === 0 ? 10 : Math.floor((10 * value) / total)
    if (reached > tenths) console.error(`${label}: ${value}/${total}${unit}`)
    tenths = Math.max(tenths, reached)
  }
  return { advance: (by) => set(value + by), set, stop: () => {} }
}
