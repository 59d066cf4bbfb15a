export { sanitize } from '@dateline/extraction'
