const isTerminal = process.stdout.isTTY === true
let isOpenLine = false

/** A line that stays. */
export function tell(line: string): void {
  if (isOpenLine) process.stdout.write('\r\u001b[2K')
  isOpenLine = false
  console.log(line)
}

/** A line that the next one replaces; on a pipe, nothing. */
export function progressLine(line: string): void {
  if (!isTerminal) return
  process.stdout.write(`\r\u001b[2K${line.slice(0, (process.stdout.columns ?? 80) - 1)}`)
  isOpenLine = true
}

export function bold(text: string): string {
  return isTerminal ? `\u001b[1m${text}\u001b[0m` : text
}

export function dim(text: string): string {
  return isTerminal ? `\u001b[2m${text}\u001b[0m` : text
}
