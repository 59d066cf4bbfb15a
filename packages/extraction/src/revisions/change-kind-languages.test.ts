import { expect, test } from 'vitest'
import { diffRevisions, type Revision } from './diff-revisions.ts'

const NONE = { value: null, reason: 'none' } as const

function revision(text: string): Revision {
  return {
    title: { value: 'The ferry', basis: 'explicit', evidence: '', confidence: 1 },
    standfirst: NONE,
    authors: NONE,
    modifiedAt: NONE,
    marks: { truncated: false, liveBlog: false, correction: null },
    blocks: [{ type: 'paragraph', text }],
  }
}

test.for<[language: string, kind: string, before: string, after: string]>([
  ['fr', 'softening', 'Le capitaine était ivre, dit la police.', 'Le capitaine était peut-être ivre, dit la police.'],
  ['fr', 'softening', 'Le navire transportait 112 passagers.', "Le navire transportait près d'environ 112 passagers."],
  ['es', 'softening', 'El capitán cometió un delito grave.', 'El capitán supuestamente cometió un delito grave.'],
  ['pt', 'softening', 'O capitão cometeu um crime grave.', 'O capitão supostamente cometeu um crime grave.'],
  ['it', 'hardening', 'Il capitano avrebbe bevuto molto vino.', 'Il capitano ha bevuto molto vino.'],
  ['nl', 'softening', 'De kapitein was dronken, zei hij.', 'De kapitein was vermoedelijk dronken, zei hij.'],
  ['sv', 'softening', 'Kaptenen var full den kvällen.', 'Kaptenen var möjligen full den kvällen.'],
  ['da', 'softening', 'Kaptajnen var fuld den aften.', 'Kaptajnen var angiveligt fuld den aften.'],
  ['nb', 'softening', 'Kapteinen var full den kvelden.', 'Kapteinen var trolig full den kvelden.'],
  ['fi', 'softening', 'Kapteeni oli humalassa illalla.', 'Kapteeni oli ilmeisesti humalassa illalla.'],
  ['pl', 'softening', 'Kapitan był pijany tego dnia.', 'Kapitan był prawdopodobnie pijany tego dnia.'],
  ['cs', 'softening', 'Kapitán byl ten večer opilý.', 'Kapitán byl ten večer údajně opilý.'],
  ['hu', 'softening', 'A kapitány részeg volt este.', 'A kapitány állítólag részeg volt este.'],
  ['ro', 'softening', 'Căpitanul era beat în acea seară.', 'Căpitanul era probabil beat în acea seară.'],
  ['el', 'softening', 'Ο καπετάνιος ήταν μεθυσμένος.', 'Ο καπετάνιος φέρεται να ήταν μεθυσμένος.'],
  ['ru', 'softening', 'Капитан был пьян в тот вечер.', 'Капитан, предположительно, был пьян в тот вечер.'],
  ['uk', 'softening', 'Капітан був п’яний того вечора.', 'Капітан, ймовірно, був п’яний того вечора.'],
  ['tr', 'softening', 'Kaptan o akşam sarhoştu.', 'Kaptan o akşam muhtemelen sarhoştu.'],
  ['ar', 'softening', 'كان القبطان مخمورا في تلك الليلة.', 'ربما كان القبطان مخمورا في تلك الليلة.'],
  ['he', 'softening', 'הקברניט היה שיכור באותו ערב.', 'הקברניט היה לכאורה שיכור באותו ערב.'],
  ['fa', 'softening', 'ناخدا آن شب مست بود.', 'ناخدا احتمالا آن شب مست بود.'],
  ['hi', 'softening', 'कप्तान उस रात नशे में था।', 'कप्तान उस रात कथित तौर पर नशे में था।'],
  ['bn', 'softening', 'ক্যাপ্টেন সেই রাতে মাতাল ছিলেন।', 'ক্যাপ্টেন সম্ভবত সেই রাতে মাতাল ছিলেন।'],
  ['ta', 'softening', 'கப்பல் தலைவர் போதையில் இருந்தார்.', 'கப்பல் தலைவர் போதையில் இருந்ததாகக் கூறப்படுகிறது ஒருவேளை.'],
  ['th', 'softening', 'กัปตันเมาสุราในคืนนั้น', 'กัปตันอาจเมาสุราในคืนนั้น'],
  ['vi', 'softening', 'Thuyền trưởng say rượu tối đó.', 'Thuyền trưởng có thể say rượu tối đó.'],
  ['id', 'softening', 'Kapten mabuk pada malam itu.', 'Kapten diduga mabuk pada malam itu.'],
  ['zh', 'softening', '船长当晚喝醉了酒。', '船长当晚疑似喝醉了酒。'],
  ['ja', 'softening', '船長は酒に酔っていた。', '船長は酒に酔っていたとみられる。'],
  ['ko', 'softening', '선장은 그날 밤 술에 취했다.', '선장은 그날 밤 술에 취한 것으로 추정된다.'],

  ['fr', 'negation', 'Le capitaine est coupable.', "Le capitaine n'est pas coupable."],
  ['zh', 'negation', '船长承认有责任。', '船长不承认有责任。'],
  ['ja', 'negation', '船長は責任を認めた。', '船長は責任を認めなかった。'],
  ['ko', 'negation', '선장은 책임을 인정했다.', '선장은 책임을 인정하지 않았다.'],
  ['th', 'negation', 'กัปตันยอมรับความผิด', 'กัปตันไม่ยอมรับความผิด'],
  ['hi', 'negation', 'कप्तान ने दोष स्वीकार किया।', 'कप्तान ने दोष स्वीकार नहीं किया।'],
  ['he', 'negation', 'הקברניט הודה באשמה.', 'הקברניט לא הודה באשמה.'],
  ['el', 'negation', 'Ο καπετάνιος ομολόγησε.', 'Ο καπετάνιος δεν ομολόγησε.'],
  ['hu', 'negation', 'A kapitány elismerte a hibát.', 'A kapitány nem ismerte el a hibát.'],
  // Names of days of other languages.
  ['en', 'rewording', 'The more careful crews stayed ashore.', 'The most careful crews stayed ashore.'],
  ['fr', 'rewording', 'Le chef de la ville est venu.', 'Le chef du village est venu.'],
  ['fr', 'fact', 'Le navire a coulé en juin au large.', 'Le navire a coulé en mars au large.'],
  ['ro', 'negation', 'Căpitanul a recunoscut vina.', 'Căpitanul nu a recunoscut vina.'],

  ['ar', 'number', 'كان على متن العبارة ١١٢ راكبا.', 'كان على متن العبارة ١٢١ راكبا.'],
  ['hi', 'number', 'नौका पर 112 लोग सवार थे।', 'नौका पर 121 लोग सवार थे।'],
  ['th', 'number', 'เรือมีผู้โดยสาร 112 คน', 'เรือมีผู้โดยสาร 121 คน'],
  ['zh', 'number', '船上有三名船员。', '船上有五名船员。'],
  ['ja', 'number', '死者は二人だった。', '死者は四人だった。'],
  ['ar', 'number', 'قتل ثلاثة أشخاص في الحادث.', 'قتل خمسة أشخاص في الحادث.'],
  ['hi', 'number', 'हादसे में तीन लोग मारे गए।', 'हादसे में पांच लोग मारे गए।'],
  ['en', 'number', 'The loan was 1.5 million crowns.', 'The loan was 15 million crowns.'],
  ['en', 'number', 'The fall was -5 degrees.', 'The fall was 5 degrees.'],
  ['en', 'number', 'The repair cost $500 in all.', 'The repair cost €500 in all.'],
  ['en', 'number', 'It lasted 10-12 days.', 'It lasted 1,012 days.'],
  ['en', 'typo', 'It lasted 1012 days.', 'It lasted 1,012 days.'],

  ['en', 'fact', 'The ferry sank on Monday evening.', 'The ferry sank on Tuesday evening.'],
  ['fr', 'fact', 'Le navire a coulé lundi soir.', 'Le navire a coulé mardi soir.'],
  ['pl', 'fact', 'Prom zatonął w poniedziałek wieczorem.', 'Prom zatonął we wtorek wieczorem.'],
  ['ru', 'fact', 'Паром затонул в июне вечером.', 'Паром затонул в июле вечером.'],
  ['zh', 'fact', '渡轮星期一沉没。', '渡轮星期二沉没。'],
  ['ar', 'fact', 'غرقت العبارة يوم الاثنين.', 'غرقت العبارة يوم الثلاثاء.'],
  ['en', 'fact', 'The ferry sailed north.', 'The ferry sailed south.'],
  ['en', 'fact', 'Two people were injured there.', 'Two people were killed there.'],
  ['de', 'fact', 'Zwei Menschen wurden verletzt.', 'Zwei Menschen wurden getötet.'],
  ['es', 'fact', 'El capitán fue absuelto.', 'El capitán fue condenado.'],

  // Negations of other languages.
  ['es', 'rewording', 'El alcalde vive de la ciudad vieja.', 'El alcalde vive en la ciudad vieja.'],
  ['fr', 'rewording', 'Le maire, sa femme, ses enfants vivent ici.', 'Le maire, sa femme et ses enfants vivent ici.'],
  ['nl', 'rewording', 'De burgemeester woont daar.', 'De burgemeester woont daar nu.'],
  ['no', 'rewording', 'Hun kjøpte ei hytte ved sjøen.', 'Hun kjøpte hytte ved sjøen.'],
  ['sv', 'rewording', 'Han sålde sin båt på kvällen.', 'Han sålde en båt på kvällen.'],
  ['pt', 'rewording', 'A reunião foi no porto da cidade.', 'A reunião foi ao porto da cidade.'],
  // Names of days of other languages.
  ['en', 'rewording', 'The more careful crews stayed ashore.', 'The most careful crews stayed ashore.'],
  ['fr', 'rewording', 'Le chef de la ville est venu.', 'Le chef du village est venu.'],
  ['fr', 'fact', 'Le navire a coulé en juin au large.', 'Le navire a coulé en mars au large.'],
  ['ro', 'negation', 'Căpitanul a fost beat în noaptea aceea.', 'Căpitanul nu a fost beat în noaptea aceea.'],
  ['fi', 'negation', 'Laiva on satamassa tänään.', 'Laiva ei ole satamassa tänään.'],
  ['de', 'rewording', 'Die Leute verließen das Boot am Abend.', 'Die Leute verließen das Schiff am Abend.'],
  ['de', 'name', 'Das sagte Bürgermeister Merz der Zeitung.', 'Das sagte Bürgermeister Munz der Zeitung.'],
  ['es', 'name', 'Así lo dijo ayer por la tarde Juan de la Cruz.', 'Así lo dijo ayer por la tarde Pedro de la Vega.'],
  ['ar', 'name', 'قال الرئيس سالم مروان للصحفيين.', 'قال الرئيس كريم مروان للصحفيين.'],
  ['zh', 'name', '市长王磊说没有人受伤。', '市长李强说没有人受伤。'],
  ['ja', 'name', '田中市長は記者団に語った。', '鈴木市長は記者団に語った。'],
  ['ko', 'name', '시장 김민수 씨가 말했다.', '시장 박정호 씨가 말했다.'],
  ['hi', 'name', 'महापौर श्री राजेश ने कहा।', 'महापौर श्री महेश ने कहा।'],

  ['sv', 'quote', 'Han sade ”vi visste allt” före avfärd.', 'Han sade ”vi visste lite” före avfärd.'],
  ['da', 'quote', 'Han sagde »vi vidste alt« før afgang.', 'Han sagde »vi vidste lidt« før afgang.'],
  ['fr', 'quote', 'Il a dit « nous savions tout » avant.', 'Il a dit « nous savions peu » avant.'],
  ['de', 'quote', 'Er sagte „wir wussten alles“ zuvor.', 'Er sagte „wir wussten wenig“ zuvor.'],
  ['en', 'quote', 'He said ‘we knew it all’ before.', 'He said ‘we knew it late’ before.'],
  ['zh', 'quote', '他说：“我们知道一切。”', '他说：“我们毫不知情。”'],
  ['ja', 'quote', '彼は「すべて知っていた」と述べた。', '彼は「一部は聞いていた」と述べた。'],
  ['ar', 'quote', 'قال «كنا نعرف كل شيء» قبل الرحيل.', 'قال «كنا نعرف القليل» قبل الرحيل.'],
  ['en', 'quote', 'The plan was a disaster for the town.', 'The plan was “a disaster” for the town.'],
  ['en', 'typo', 'He said "we knew" before.', 'He said “we knew” before.'],
])('%s %s: %s → %s', ([, kind, before, after]) => {
  const found = diffRevisions(revision(before), revision(after))
  expect(found.changes.map((change) => change.kind)).toContain(kind)
  expect(found.isSubstantial).toBe(!['typo', 'rewording'].includes(kind))
})
