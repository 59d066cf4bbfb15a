export { normalUrl as canonicalUrl, unwrapUrl, validUrl } from '@dateline/domain'
