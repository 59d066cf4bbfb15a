import { expect, test } from 'vitest'
import { startsAsCorrection } from './correction-notice.ts'
import { noticeAmong } from './find-notice.ts'

test.for([
  'Korrektur: In einer früheren Fassung stand eine falsche Zahl.',
  'Anm. d. Red.: Die Zahl der Passagiere wurde nachträglich korrigiert.',
  'Rectificatif : le nombre de passagers était de 121 et non de 112.',
  'Une version antérieure de cet article donnait un autre chiffre.',
  'Fe de errores: en la primera versión se daba otra cifra de pasajeros.',
  'Correção: o número de passageiros era 121, e não 112.',
  'Errata corrige: i passeggeri erano 121, e non 112.',
  'Rectificatie: aan boord waren 121 mensen, en niet 112.',
  'Rättelse: I en tidigare version angavs fel antal passagerare.',
  'Oikaisu: Jutussa oli aiemmin väärä matkustajamäärä.',
  'Sprostowanie: na pokładzie było 121 osób, a nie 112.',
  'Oprava: V předchozí verzi byl chybný počet cestujících.',
  'Helyreigazítás: a hajón 121 utas volt, nem 112 ember.',
  'Erată: La bord se aflau 121 de persoane, nu 112.',
  'Διόρθωση: Στο πλοίο επέβαιναν 121 άτομα και όχι 112.',
  'Уточнение: на борту был 121 человек, а не 112.',
  'Виправлення: на борту була 121 особа, а не 112.',
  'Düzeltme: Gemide 112 değil 121 kişi bulunuyordu.',
  'تصحيح: كان على متن العبارة 121 راكبا وليس 112 راكبا.',
  'תיקון: במעבורת היו 121 נוסעים ולא 112 כפי שנכתב.',
  'اصلاحیه: تعداد مسافران ۱۲۱ نفر بود و نه ۱۱۲ نفر.',
  'सुधार: नौका पर 112 नहीं, 121 लोग सवार थे।',
  'সংশোধনী: ফেরিতে ১১২ নয়, ১২১ জন যাত্রী ছিলেন।',
  'Đính chính: Trên phà có 121 người chứ không phải 112.',
  'Ralat: Jumlah penumpang adalah 121, bukan 112 orang.',
  'แก้ไขข้อมูล: ผู้โดยสารมี 121 คน ไม่ใช่ 112 คน',
  '更正：渡轮上有121人，而非112人。',
  'Correction (5 May): the ferry carried 121 people, not 112.',
  'Correction, 5 May: the ferry carried 121 people, not 112.',
  'Correction to an earlier version: the ferry carried 121 people.',
  'Korrektur der Redaktion: An Bord waren 121 Menschen, nicht 112.',
  '【訂正】乗客は112人ではなく121人でした。',
  '[정정] 승객은 112명이 아니라 121명이었습니다.',
])('%s', (text) => {
  expect(startsAsCorrection(text)).toBe(true)
  expect(noticeAmong([text])).toEqual({ kind: 'correction', text })
})

test.for([
  'Clarification of the law was what the union had asked for all along, its chairman said.',
  'Correctional facilities in the north will stay shut until the autumn, the ministry said.',
  'Corrections officials said on Monday: no prisoner had left the island.',
  'Korrekturen an dem Gesetz lehnte der Minister am Montag im Landtag ab.',
  'Note to readers in the north: the ferry sails again on Friday morning.',
  'Corrections officials said on May 5: no prisoner had left the island.',
  'Correction of course: the party has changed its mind on the harbour tax.',
  'Précision chirurgicale : le robot a opéré seul pour la première fois.',
  'Mise au point du moteur : les ingénieurs ont travaillé toute la nuit.',
  'Oprava mostu přes Labe: řidiči budou jezdit objížďkou až do září.',
  'Korjaus- ja laajennustyöt alkavat keväällä, kertoo kaupunki.',
  'Поправка к закону о портах: депутаты приняли её во втором чтении.',
  'सुधार की मांग: किसानों ने मंगलवार को राजधानी में प्रदर्शन किया।',
])('no notice: %s', (text) => expect(startsAsCorrection(text)).toBe(false))

test.for([
  'Update (6 April): a second boat has arrived.',
  'Aktualizováno v 15:00, přidána slova starosty.',
  'Actualizat la ora 15, cu declarația primarului.',
  'تحديث: وصل زورق ثان إلى المكان.',
  'अपडेट: दूसरी नाव पहुंच गई है।',
  'อัปเดต: เรือลำที่สองมาถึงแล้ว',
  'עדכון: סירה שנייה הגיעה למקום.',
  '更新：第二艘船已抵达。',
])('an update: %s', (text) => expect(noticeAmong([text])).toEqual({ kind: 'update', text }))
