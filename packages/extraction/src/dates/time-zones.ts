/**
 * Abbreviations that news sites print, in minutes east of UTC. Those that mean several zones stand for the one in whose
 * press they are common: BST is London's, IST India's, CST Chicago's.
 */
const OFFSETS: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  mez: 60,
  met: 60,
  cest: 120,
  mesz: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  мск: 180,
  trt: 180,
  ast: -240,
  adt: -180,
  sast: 120,
  cat: 120,
  wat: 60,
  eat: 180,
  irst: 210,
  gst: 240,
  pkt: 300,
  ist: 330,
  npt: 345,
  bdt: 360,
  ict: 420,
  wib: 420,
  wita: 480,
  wit: 540,
  sgt: 480,
  hkt: 480,
  myt: 480,
  pht: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  acdt: 630,
  aest: 600,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  akst: -540,
  akdt: -480,
  hst: -600,
  brt: -180,
  art: -180,
  clt: -240,
  nst: -210,
  ndt: -150,
}

/** Names without summer time in them: which offset holds depends on the day. */
const ZONES: Record<string, string> = {
  et: 'America/New_York',
  ct: 'America/Chicago',
  mt: 'America/Denver',
  pt: 'America/Los_Angeles',
  'uk time': 'Europe/London',
}

const NAMES = [...Object.keys(OFFSETS), ...Object.keys(ZONES)].sort((a, b) => b.length - a.length).join('|')

const HOURS = '[+-](?:0\\d|1[0-4]|\\d)'

/** Of folded text. Behind a time, "-5 March" is a day. */
export const ZONE_PATTERN = `(?:(?:etc/)?(?:utc|gmt|z)\\s*${HOURS}(?::?[0-5]\\d)?(?!\\d)|\\s*${HOURS}(?::?[0-5]\\d(?!\\d)|(?![:\\d]|\\s\\p{L}))|(?:etc/)?(?:${NAMES})\\b)`

/**
 * Minutes east of UTC of a zone as printed, at the given UTC-read wall clock time; null for none of ours.
 */
export function zoneOffset(zone: string, wallMs: number): number | null {
  const name = zone
    .toLowerCase()
    .replace(/^etc\//, '')
    .trim()
  const numeric = /^(?:utc|gmt|z)?\s*([+-])(\d{1,2}):?(\d{2})?$/.exec(name)
  if (numeric !== null) return (numeric[1] === '-' ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0))
  const known = OFFSETS[name]
  if (known !== undefined) return known
  const place = ZONES[name]
  return place === undefined ? null : offsetAt(place, wallMs)
}

function offsetAt(timeZone: string, wallMs: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(wallMs)
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')
  return match === null ? 0 : (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}
