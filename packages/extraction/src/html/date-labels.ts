/**
 * Words beside a printed date that say what it stands for, in the languages most used on news sites. No locale data holds
 * them: they are what sites print, not names of fields.
 */

/** Of the last change. */
export const UPDATED =
  /(?:last\s)?(?:updated?|modified|edited|revised|reviewed)\b|aktualisiert|geändert|letzte änderung|\bakt\.:|mise? à jour|modifié|actualizad[oa]|modificad[oa]|aggiornat[oa]|atualizad[oa]|bijgewerkt|gewijzigd|uppdatera[dt]|oppdatert|opdateret|päivitetty|zaktualizowan|aktualizac|aktualizov[aá]n|frissítve|módosítva|actualizat|ažurirano|ажурирано|измењено|posodobljeno|обновлен|изменен|оновлен|güncellen|diperbarui|dikemaskini|cập nhật|更新|수정|업데이트|ενημέρωση|ενημερώθηκε|تحديث|آخر تعديل|به‌?روز ?رسانی|ویرایش|עודכן|עדכון|अपडेट|अद्यतन|संशोधित|আপডেট|সম্পাদিত|হালনাগাদ|পরিবর্তন|புதுப்பிக்க|అప్డేట్|اپ ڈیٹ|อัปเดต|อัพเดท|ปรับปรุง|แก้ไข/iu

/** Of publication. */
export const PUBLISHED =
  /publi(?:shed|sh|cation|é|ée|cado|cada|cato)|posted|gepostet|veröffentlicht|erschienen|erstellt|pubblicato|gepubliceerd|geplaatst|publicerad|publisert|udgivet|julkaistu|opublikowan|publikov|zveřejněno|megjelent|publicat|objavljeno|објављено|опубликован|публикуван|опубліковано|yayın|dipublikasikan|diterbitkan|xuất bản|発表|公開|投稿|掲載|发布|發布|发表|發表|入力|입력|등록|게재|δημοσιεύ|δημοσίευσ|جاري النشر|تاريخ النشر|نُ?شر (?:في|بتاريخ|يوم)|انتشار|שפורסם|פורסם|प्रकाशित|প্রকাশ(?:িত|কাল|:)|வெளியிடப்பட்ட|பதிவு|ప్రచురణ|شائع|เผยแพร่/iu

/** Of the first publication of a piece that has been written anew since. */
export const ORIGINALLY =
  /(?:originally|first) (?:published|posted|appeared)|ursprünglich (?:veröffentlicht|erschienen)|zuerst (?:veröffentlicht|erschienen)|(?:initialement|d'abord) publié|publicad[oa] (?:originalmente|por primera vez)|pubblicat[oa] originariamente|oorspronkelijk gepubliceerd/iu
