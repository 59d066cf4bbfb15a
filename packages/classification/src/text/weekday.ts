import { fold } from './fold.ts'

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'monday tuesday wednesday thursday friday saturday sunday',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'lunes martes miercoles jueves viernes sabado domingo',
    'lunedi martedi mercoledi giovedi venerdi sabato domenica',
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
    'понедельник вторник среду четверг пятницу субботу воскресенье',
  ].flatMap((days) => days.split(' ').map((name, day) => [name, day] as const)),
)

/** 0 for Monday to 6, in the languages that most news is written in; -1: no weekday. */
export function weekdayOf(lower: string): number {
  return WEEKDAYS.get(fold(lower)) ?? -1
}
