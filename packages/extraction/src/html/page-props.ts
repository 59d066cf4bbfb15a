import { type PageElement, textOf, walkElements } from './page-tree.ts'
import { BOT_CLASS, CONSENT_BUTTON } from './wall-phrases.ts'

/** Things on a page that are no text: witnesses of what kind of page it is. */
export type PageProps = {
  /** Class or id of a test for programs. */
  test: string | null
  /** Words on the button that agrees to cookies. */
  button: string | null
  /** Id of an element that scripts fill, where it is empty. */
  appRoot: string | null
  /** Players of video. */
  players: number
  /** Images outside of menus, heads and feet of the page. */
  pictures: number
}

const APP_ROOT = /^(?:root|app|app-root|__next|__nuxt|___gatsby|svelte|main-app)$/
const APP_TEXT_CHARS_MAX = 40
const PLAYER = /video|player|youtube|youtu\.be|vimeo|dailymotion|brightcove|jwp|twitch|rumble/i
const BUTTON_CHARS_MAX = 40

export function pageProps(root: PageElement): PageProps {
  const props: PageProps = { test: null, button: null, appRoot: null, players: 0, pictures: 0 }
  walkElements(root, (element) => {
    const { tag, attributes } = element
    const names = `${attributes.class ?? ''} ${attributes.id ?? ''}`
    if (props.test === null && names !== ' ' && BOT_CLASS.test(names)) props.test = names.trim()
    if (tag === 'button' || tag === 'input' || attributes.role === 'button') {
      const words = tag === 'input' ? (attributes.value ?? '') : textOf(element, BUTTON_CHARS_MAX + 1)
      if (words.length <= BUTTON_CHARS_MAX && CONSENT_BUTTON.test(words)) props.button ??= words.trim()
    }
    const { id } = attributes
    if (
      id !== undefined &&
      APP_ROOT.test(id) &&
      textOf(element, APP_TEXT_CHARS_MAX + 1).trim().length <= APP_TEXT_CHARS_MAX
    )
      props.appRoot ??= id
    if (tag === 'video' || (tag === 'iframe' && PLAYER.test(attributes.src ?? attributes['data-src'] ?? '')))
      props.players += 1
    if ((tag === 'img' || tag === 'amp-img') && !isFurniture(element)) props.pictures += 1
  })
  return props
}

function isFurniture(element: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent)
    if (/^(?:nav|header|footer|aside)$/.test(at.tag)) return true
  return false
}
