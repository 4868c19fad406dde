import type { PermissionRefusal } from '#domain/candidates'
import type { PlacementRefusal } from '#domain/placement'
import type { RefusalSentences } from '#shell'

/** What a participant can meet; the rest of the unions is for staff and employers. */
type Met =
  | Extract<
      PermissionRefusal,
      | 'permission.changed_meanwhile'
      | 'permission.already_answered'
      | 'permission.replaced'
      | 'permission.question_lapsed'
      | 'permission.text_changed'
      | 'permission.not_given'
      | 'permission.already_withdrawn'
      | 'permission.already_ended'
    >
  | Extract<
      PlacementRefusal,
      | 'placement.changed_meanwhile'
      | 'placement.cannot_follow'
      | 'placement.already_confirmed'
      | 'placement.not_started'
      | 'placement.too_early'
      | 'placement.ended_before'
    >

const answered = { sv: 'Du har redan svarat.', en: 'You have already answered.', ar: 'لقد أجبت من قبل.' }
const changed = {
  sv: 'Sidan var gammal. Läs igen och svara sedan.',
  en: 'The page was old. Read it again and then answer.',
  ar: 'كانت الصفحة قديمة. اقرأ مرة أخرى ثم أجب.',
}
const over = { sv: 'Det är för sent att svara.', en: 'It is too late to answer.', ar: 'انتهى وقت الجواب.' }
const taken = { sv: 'Det är redan klart.', en: 'It is already done.', ar: 'تم هذا من قبل.' }

/** Why an answer could not be taken, in words that blame nobody. */
export const participantRefusals: RefusalSentences & Readonly<Record<Met, RefusalSentences[string]>> = {
  'permission.changed_meanwhile': changed,
  'permission.already_answered': answered,
  'permission.replaced': changed,
  'permission.question_lapsed': over,
  'permission.text_changed': changed,
  'permission.not_given': taken,
  'permission.already_withdrawn': taken,
  'permission.already_ended': taken,
  'placement.changed_meanwhile': changed,
  'placement.cannot_follow': answered,
  'placement.already_confirmed': answered,
  'placement.not_started': changed,
  'placement.too_early': changed,
  'placement.ended_before': changed,
}
