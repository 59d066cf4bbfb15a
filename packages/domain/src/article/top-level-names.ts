/**
 * The top levels of IPTC Media Topics in other languages, in our own plain words, in the order of their codes: 01000000 to
 * 17000000. Topics below them have English names only.
 */
export const TOP_LEVEL_NAMES: Readonly<Record<string, readonly string[]>> = {
  da: listed(
    'kunst, kultur og underholdning; kriminalitet, lov og ret; katastrofer og ulykker; økonomi, erhverv og finans; uddannelse; miljø; sundhed; mennesker; arbejdsmarked; livsstil og fritid; politik; religion og tro; videnskab og teknologi; samfund; sport; konflikt, krig og fred; vejr',
  ),
  de: listed(
    'Kunst, Kultur und Unterhaltung; Kriminalität, Recht und Justiz; Katastrophen und Unglücke; Wirtschaft und Finanzen; Bildung; Umwelt; Gesundheit; Menschen; Arbeit; Freizeit und Lebensart; Politik; Religion und Glaube; Wissenschaft und Technik; Gesellschaft; Sport; Konflikt, Krieg und Frieden; Wetter',
  ),
  es: listed(
    'arte, cultura y espectáculos; delitos, derecho y justicia; catástrofes y accidentes; economía, empresas y finanzas; educación; medio ambiente; salud; interés humano; trabajo; estilo de vida y ocio; política; religión y creencias; ciencia y tecnología; sociedad; deporte; conflictos, guerra y paz; meteorología',
  ),
  fr: listed(
    'arts, culture et divertissement; criminalité, droit et justice; catastrophes et accidents; économie, entreprises et finances; éducation; environnement; santé; vie des gens; travail; modes de vie et loisirs; politique; religion et croyances; sciences et techniques; société; sport; conflits, guerre et paix; météo',
  ),
  it: listed(
    'arte, cultura e spettacolo; criminalità, legge e giustizia; disastri e incidenti; economia, affari e finanza; istruzione; ambiente; salute; storie di persone; lavoro; stili di vita e tempo libero; politica; religione e fede; scienza e tecnologia; società; sport; conflitti, guerra e pace; meteo',
  ),
  nl: listed(
    'kunst, cultuur en amusement; misdaad, recht en justitie; rampen en ongelukken; economie, bedrijven en financiën; onderwijs; milieu; gezondheid; mensen; arbeid; leefstijl en vrije tijd; politiek; religie en geloof; wetenschap en techniek; samenleving; sport; conflict, oorlog en vrede; weer',
  ),
  pl: listed(
    'sztuka, kultura i rozrywka; przestępczość, prawo i sądownictwo; katastrofy i wypadki; gospodarka, biznes i finanse; edukacja; środowisko; zdrowie; ludzie; praca; styl życia i czas wolny; polityka; religia i wiara; nauka i technika; społeczeństwo; sport; konflikty, wojna i pokój; pogoda',
  ),
  pt: listed(
    'arte, cultura e entretenimento; crime, lei e justiça; desastres e acidentes; economia, negócios e finanças; educação; meio ambiente; saúde; interesse humano; trabalho; estilo de vida e lazer; política; religião e crença; ciência e tecnologia; sociedade; desporto; conflitos, guerra e paz; meteorologia',
  ),
  sv: listed(
    'konst, kultur och nöje; brott, lag och rätt; katastrofer och olyckor; ekonomi, näringsliv och finans; utbildning; miljö; hälsa; människor; arbetsmarknad; livsstil och fritid; politik; religion och tro; vetenskap och teknik; samhälle; sport; konflikt, krig och fred; väder',
  ),
}

function listed(names: string): readonly string[] {
  return names.split('; ')
}
