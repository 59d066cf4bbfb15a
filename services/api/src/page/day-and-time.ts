import type { When } from '@dateline/domain'

/** "2 March 2026, 14:05 UTC", no more precise than it is known, and not as UTC where its page names no zone; nothing for null. */
export function dayAndTime(
  instant: string | null,
  precision: When['precision'] | null = 'minute',
  zone: When['zone'] | null = 'stated',
): string {
  if (instant === null) return ''
  const hasTime = precision === 'minute' || precision === 'second'
  const formatted = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(precision !== 'year' && { month: 'long' }),
    ...(precision !== 'year' && precision !== 'month' && { day: 'numeric' }),
    ...(hasTime && { hour: '2-digit', minute: '2-digit' }),
  }).format(new Date(instant))
  return hasTime ? `${formatted.replace(' at ', ', ')} ${zone === 'assumed' ? '(zone not stated)' : 'UTC'}` : formatted
}
