/** Top levels of IPTC Media Topics, by their English names. Source: iptc.org/standards/media-topics, CC BY 4.0. */
const NAMES: Readonly<Record<string, string>> = {
  'medtop:01000000': 'arts, culture and entertainment',
  'medtop:02000000': 'crime, law and justice',
  'medtop:03000000': 'disaster, accident and emergency incident',
  'medtop:04000000': 'economy, business and finance',
  'medtop:05000000': 'education',
  'medtop:06000000': 'environment',
  'medtop:07000000': 'health',
  'medtop:08000000': 'human interest',
  'medtop:09000000': 'labour',
  'medtop:10000000': 'lifestyle and leisure',
  'medtop:11000000': 'politics',
  'medtop:12000000': 'religion and belief',
  'medtop:13000000': 'science and technology',
  'medtop:14000000': 'society',
  'medtop:15000000': 'sport',
  'medtop:16000000': 'conflict, war and peace',
  'medtop:17000000': 'weather',
}

/** How people call a topic; of one without a name here its own id, of an operator's the part behind the colon. */
export function topicName(qcode: string): string {
  return NAMES[qcode] ?? (qcode.startsWith('medtop:') ? qcode : qcode.slice(qcode.indexOf(':') + 1))
}
