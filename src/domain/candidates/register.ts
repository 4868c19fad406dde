import { type RegisteredRule, registerOf } from '#kernel'
import { eligibilityEntries } from './calculations/eligibility-explained.ts'
import { apprenticeRules } from './lanes/apprentice-lane.ts'
import { programmeRules } from './lanes/programme-gate.ts'
import { permissionLength } from './permission-rules.ts'
import { conditionRules } from './supports/conditions.ts'
import { establishmentRules } from './supports/etableringsjobb.ts'
import { individualRules } from './supports/individual.ts'
import { introRules } from './supports/introduktionsjobb.ts'
import { layers } from './supports/nystart-amount.ts'
import { nystartRules } from './supports/nystartsjobb.ts'
import { supportParameters } from './supports/parameters.ts'

/** Every rule and parameter of eligibility, lanes and supports, for the register. */
export const candidatesRegister: readonly RegisteredRule[] = registerOf([
  ...eligibilityEntries,
  permissionLength,
  ...apprenticeRules,
  ...programmeRules,
  ...conditionRules,
  ...nystartRules,
  layers,
  ...introRules,
  ...establishmentRules,
  ...individualRules,
  ...supportParameters,
])
