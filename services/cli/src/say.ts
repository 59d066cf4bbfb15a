import { printable } from '@dateline/markup'

/** Prints a line. Pages, feeds and servers say what they like, escape sequences included: none of it steers the terminal. */
export function say(line = ''): void {
  console.log(printable(line))
}
